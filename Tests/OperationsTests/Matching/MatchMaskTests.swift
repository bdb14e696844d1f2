import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// Whoever has become protected since a run was made is not shown by it any more, whatever asks.
struct MatchMaskTests {
    /// A run in which AMA/K-1 and AMA/K-2 got places and AMA/K-3 none; then one of them is protected.
    private func with(
        protected label: String, _ body: (MatchTown, StoredRun) async throws -> Void
    ) async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.slot("S2")
            try await town.participant("AMA/K-1", priority: 5, wishes: ["S1"])
            try await town.participant("AMA/K-2", priority: 5, wishes: ["S2"])
            try await town.participant("AMA/K-3")
            let run = try await town.match()
            #expect(run.result.pairs.map(\.participant) == ["AMA/K-1", "AMA/K-2"])
            let reference = label.split(separator: "/").map(String.init)[1]
            try await town.run(
                """
                UPDATE person SET protected = true
                WHERE id = (SELECT person_id FROM participant WHERE reference = \(reference))
                """)
            try await body(town, run)
        }
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    @Test(arguments: ["AMA/K-1", "AMA/K-3"])
    func `a run shows neither name nor place, and says that there is somebody`(label: String) async throws {
        try await with(protected: label) { town, _ in
            let run = try await town.operations.matchRun(town.coordinator)
            #expect(run.hiddenPeople == 1)
            #expect(run.placed == 2)
            #expect(
                run.notice?.sv == "En person i omgången har sedan dess fått skyddade uppgifter och visas inte.")
            #expect(!run.shown.pairs.contains { $0.participant == label })
            #expect(!run.shown.unplaced.contains { $0.participant == label })
            #expect(run.shown.unplaced.last?.participant == (label == "AMA/K-3" ? "•••" : "AMA/K-3"))
            let document = MatchDocument(run, language: .swedish)
            #expect(document.protected == 1)
            #expect(document.placed == 2)
            #expect(document.pairs.count == 2)
            #expect(document.pairs.reduce(0) { $0 + $1.score } == document.score)
            #expect(document.certified)
            if label == "AMA/K-1" {
                let last = try #require(document.pairs.last)
                #expect((last.participant, last.slot) == ("•••", "•••"))
                #expect(last.from == nil && last.to == nil)
            }
            #expect(try !text(document).contains(label))
        }
    }

    @Test(arguments: ["AMA/K-1", "AMA/K-3"])
    func `explanations, comparisons and censuses do not show them either`(label: String) async throws {
        try await with(protected: label) { town, run in
            let operations = town.operations
            var lisa = town.coordinator
            await #expect(throws: Refusal.notNamedOfficer) {
                _ = try await operations.explainMatch(lisa, code: run.code, participant: label)
            }
            lisa.isNamedOfficer = true
            // Asked for by name: that they are protected, nothing of the run, and that somebody asked is kept.
            let asked = try await operations.explainMatch(lisa, code: run.code, participant: label).explanation
            #expect(
                asked.sentences.map(\.en) == [
                    "\(label) is protected and not part of automatic matching; the coordinator places by hand."
                ])
            #expect(asked.placed == nil && asked.alternatives.isEmpty)
            func views(_ outcome: AuditOutcome) async throws -> Int {
                try await town.count(
                    """
                    SELECT count(*) FROM audit_entry
                    WHERE action = 'participant.view_protected' AND outcome = \(outcome.rawValue)
                    """)
            }
            #expect(try await views(.read) == 1)
            let operatorActor = Actor(name: "root", role: .operator, municipality: town.municipality)
            await #expect(throws: Refusal.notAllowed(.viewProtectedPerson, .operator)) {
                _ = try await operations.explainMatch(operatorActor, code: run.code, participant: label)
            }
            #expect(try await views(.refused) == 2)
            for slot in ["S1", "S2"] {
                let census = try await operations.matchCensus(lisa, run: run.code, slot: try Code(slot))
                #expect(census.notice != nil)
                #expect(try !text(MatchCensusDocument(census, language: .english)).contains(label))
                let explained = try await operations.explainSlot(lisa, code: run.code, slot: try Code(slot))
                #expect(try !text(SlotExplanationDocument(explained, language: .english)).contains(label))
            }
            await #expect(throws: Refusal.round(.unknownParticipant(label))) {
                _ = try await operations.matchCensus(
                    lisa, run: run.code, slot: try Code("S1"), participant: label)
            }
            var change = MatchChange()
            change.withdrawnSlots = [try Code("S1"), try Code("S2")]
            let tried = try await operations.tryMatch(lisa, run.code, change)
            #expect(tried.count(.loses) == (label == "AMA/K-1" ? 1 : 2))
            #expect(tried.hiddenPeople == 1)
            #expect(try !text(MatchComparisonDocument(tried)).contains(label))
            change = MatchChange()
            change.mode = .stable
            let stored = try await operations.storeTriedMatch(lisa, run.code, change)
            #expect(try !text(MatchComparisonDocument(stored)).contains(label))
            // What is stored anew leaves them out altogether.
            let anew = try await operations.matchRun(lisa, code: stored.after.run)
            #expect(!anew.inputs.people.contains { $0.label == label })
            #expect(anew.inputs.leftOut == 1)
        }
    }

    @Test func `deciding is refused without a name`() async throws {
        try await with(protected: "AMA/K-1") { town, run in
            do {
                _ = try await town.operations.decideMatch(town.coordinator, code: run.code)
                Issue.record("a run with a protected person was decided")
            } catch let refusal as Refusal {
                #expect(refusal.code == "run_stale")
                #expect(refusal.phrase.sv.contains("En person som nu har skyddade uppgifter ingår"))
                #expect(!refusal.phrase.sv.contains("K-1") && !refusal.phrase.en.contains("S1"))
            }
            #expect(try await town.count("SELECT count(*) FROM placement") == 0)
        }
    }

    @Test func `whoever is protected is not kept from an earlier run`() async throws {
        try await with(protected: "AMA/K-1") { town, run in
            let parameters = MatchParameters(roundStart: Fixture.start, keep: MatchKeep(run: run.code, bonus: 10))
            let next = try await town.operations.runMatch(town.coordinator, parameters)
            #expect(next.previousPairs == 1)
            #expect(next.result.kept == 1)
            #expect(try !StoredRun.text(next.inputs).contains("K-1"))
        }
    }
}

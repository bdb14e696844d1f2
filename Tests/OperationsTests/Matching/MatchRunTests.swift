import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct MatchRunTests {
    @Test func `a run is stored with its inputs, shown again and repeated to the same text`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", places: 2)
            try await town.slot("S2", sfi: .d)
            try await town.participant("AMA/K-1", priority: 3, wishes: ["S1"])
            try await town.participant("AMA/K-2", sfi: .c)
            try await town.participant("AMA/K-3", sfi: .c)
            let run = try await town.match()
            #expect(run.code.rawValue == "M-1")
            #expect(run.result.pairs.count == 2)
            #expect(run.result.unplaced.map(\.reason) == [.outcompeted])
            #expect(
                run.result.unplaced[0].nearMisses.map(\.text.sv) == [
                    "Godkänd SFI C; en ledig plats kräver D. Med SFI D hade hen fått den."
                ])

            let shown = try await town.operations.matchRun(town.coordinator)
            #expect(shown.result == run.result)
            #expect(shown.computedBy == "lisa")
            let replayed = try await town.operations.replayMatch(town.coordinator, code: run.code)
            #expect(replayed.result == run.result)
            // The records may change; the run stands on what it was given.
            try await town.run("UPDATE participant SET sfi_passed = 'D', priority = 9")
            _ = try await town.operations.replayMatch(town.coordinator, code: run.code)
            let lines = try await town.operations.matchRuns(town.coordinator)
            #expect(lines.map(\.placed) == [2])
            #expect(lines[0].decidedAt == nil)
        }
    }

    @Test func `a tampered stored result is not repeated`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.participant("AMA/K-1")
            let run = try await town.match()
            _ = try await town.database.owner.transaction { connection in
                try await connection.execute(
                    "UPDATE match_run SET result = replace(result, '\"score\":', '\"score\":1')")
            }
            await #expect(throws: Refusal.self) {
                _ = try await town.operations.replayMatch(town.coordinator, code: run.code)
            }
        }
    }

    @Test func `what is stored holds no name and no identity number`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", minimumAge: 18)
            try await town.participant("AMA/K-1", identity: "199001019802")
            try await town.participant("AMA/K-2", protected: true)
            let run = try await town.match()
            #expect(run.result.pairs.map(\.participant) == ["AMA/K-1"])
            #expect(run.result.unplaced.map(\.participant) == ["•••"])
            #expect(run.result.unplaced.map(\.reason) == [.leftOut])
            let text = try await town.database.pool.transaction(for: town.municipality, by: "test") { connection in
                try await connection.value("SELECT parameters || inputs || result FROM match_run", as: String.self)
            }
            #expect(text.contains("AMA"))
            #expect(!text.contains("9802"))
            #expect(!text.contains("namn"))
            #expect(!text.contains("K-2"))
        }
    }

    @Test func `one person with two referrals is placed once`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", sfi: .c)
            try await town.slot("S2")
            try await town.participant("AMA/K-1")
            try await town.participant("SFI/77", sfi: .c, samePersonAs: "AMA/K-1")
            let run = try await town.match()
            #expect(run.persons == 1)
            #expect(run.result.pairs.count == 1)
        }
    }

    @Test func `those placed or proposed and the places they take are left out for those days`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.slot("S2", "2026-03-02", "2026-04-30")
            try await town.participant("AMA/K-1")
            try await town.participant("AMA/K-2")
            let proposal = try await town.add("AMA/K-1", "S1")
            #expect(proposal.days == Fixture.days("2026-03-02", "2026-06-05"))
            let run = try await town.match()
            #expect(run.result.pairs.map(\.slot.rawValue) == ["S2"])
            #expect(run.result.pairs.map(\.participant) == ["AMA/K-2"])
            #expect(run.result.unplaced.map(\.reason) == [.alreadyPlaced])
        }
    }

    @Test func `a partial withdrawal narrows the round`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", places: 3)
            try await town.run(
                """
                INSERT INTO slot_withdrawal (municipality, id, slot_id, places, withdrawn_on, reason)
                SELECT municipality, uuid_v7(), id, 2, '2026-05-01', 'flytt' FROM slot
                """)
            for number in 1...3 { try await town.participant("AMA/K-\(number)") }
            let run = try await town.match()
            #expect(run.result.pairs.count == 1)
            #expect(run.result.slots.map(\.places) == [1])
        }
    }

    @Test func `a dry run stores nothing, and only those whose task it is may run`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.participant("AMA/K-1")
            let parameters = MatchParameters(roundStart: Fixture.start)
            let run = try await town.operations.runMatch(town.coordinator, parameters, dryRun: true)
            #expect(run.result.pairs.count == 1)
            #expect(try await town.count("SELECT count(*) FROM match_run") == 0)
            for role in [Role.referrer, .registrar, .statistician, .participant] {
                let actor = Actor(name: "x", role: role, municipality: town.municipality)
                await #expect(throws: Refusal.notAllowed(.runMatch, role)) {
                    _ = try await town.operations.runMatch(actor, parameters)
                }
            }
            await #expect(throws: Refusal.round(.weightsOutOfRange)) {
                var heavy = parameters
                heavy.weights[.wish] = 1001
                _ = try await town.operations.runMatch(town.coordinator, heavy)
            }
            await #expect(throws: Refusal.noSuch(.run, "M-7")) {
                _ = try await town.operations.matchRun(town.coordinator, code: try Code("M-7"))
            }
        }
    }

    @Test func `an explanation says what was given, what else there was, and what stops a pair`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.slot("S2")
            try await town.slot("S3", sfi: .d, licences: ["B"])
            try await town.participant("AMA/K-1", sfi: .c, wishes: ["S1", "S2"])
            _ = try await town.match()
            let explained = try await town.operations.explainMatch(
                town.coordinator, participant: "AMA/K-1", slot: try Code("S3")
            ).explanation
            #expect(explained.placed?.slot.rawValue == "S1")
            #expect(explained.alternatives.map(\.slot.rawValue) == ["S2"])
            #expect((explained.placed?.score ?? 0) - explained.alternatives[0].score == 50)
            #expect(explained.alternatives[0].parts[.wish] == 200)
            #expect(explained.pair?.failures.map(\.rule) == [.sfi, .licence])
            #expect(explained.pair?.failures.first?.text.en == "Passed SFI C; the slot asks for D.")
            await #expect(throws: Refusal.round(.unknownParticipant("AMA/K-9"))) {
                _ = try await town.operations.explainMatch(town.coordinator, participant: "AMA/K-9")
            }
        }
    }
}

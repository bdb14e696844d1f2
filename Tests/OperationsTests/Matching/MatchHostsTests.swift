import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// Supervisors and units as the database has them: read for a run, and held against it again when it is decided.
struct MatchHostsTests {
    private func with(capacity: Int, _ body: (MatchTown) async throws -> Void) async throws {
        try await MatchTown.with { town in
            try await town.run(
                """
                INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id)
                SELECT municipality, uuid_v7(), x.code, x.code, 'avdelning', id
                FROM organisation_unit, (VALUES ('SB-1'), ('SB-2')) x (code) WHERE organisation_unit.code = 'SB'
                """)
            try await town.run(
                """
                INSERT INTO supervisor (municipality, id, code, unit_id, name, capacity)
                SELECT municipality, uuid_v7(), 'H-1', id, 'Handledare', \(capacity) FROM organisation_unit
                WHERE code = 'SB-1'
                """)
            try await town.slot("S1")
            try await town.slot("S2")
            try await town.run(
                """
                UPDATE slot SET supervisor_id = (SELECT id FROM supervisor),
                    unit_id = (SELECT id FROM organisation_unit WHERE code = 'SB-1')
                """)
            try await town.participant("AMA/K-1", priority: 1)
            try await town.participant("AMA/K-2")
            try await body(town)
        }
    }

    @Test func `a supervisor of one bounds two slots, and whom they guide already counts`() async throws {
        try await with(capacity: 1) { town in
            let run = try await town.match()
            #expect(run.result.pairs.map(\.participant) == ["AMA/K-1"])
            #expect(run.result.bounds.map(\.code.rawValue) == ["H-1"])
            #expect(run.inputs.units.map(\.code.rawValue) == ["SB", "SB-1"])
            _ = try await town.add("AMA/K-1", "S1")
            let next = try await town.match()
            #expect(next.result.pairs.isEmpty)
            await #expect(throws: Refusal.notEligible([RuleFailure.supervisorFull.phrase])) {
                _ = try await town.add("AMA/K-2", "S2")
            }
        }
    }

    @Test func `a supervisor who has taken somebody meanwhile makes a run stale`() async throws {
        try await with(capacity: 2) { town in
            let run = try await town.match()
            #expect(run.result.pairs.count == 2)
            try await town.slot("S3")
            try await town.participant("SFI/9")
            try await town.run("UPDATE slot SET supervisor_id = (SELECT id FROM supervisor) WHERE code = 'S3'")
            _ = try await town.add("SFI/9", "S3")
            do {
                _ = try await town.operations.decideMatch(town.coordinator, code: run.code)
                Issue.record("a supervisor got three")
            } catch let refusal as Refusal {
                #expect(refusal.phrase.sv.contains("Platsens handledare tar inte emot fler under de dagarna."))
            }
            try await town.run("UPDATE supervisor SET capacity = 3")
            #expect(try await town.operations.decideMatch(town.coordinator, code: run.code).placements.count == 2)
        }
    }

    @Test func `a unit's maximum is held again when slots have moved`() async throws {
        try await with(capacity: 9) { town in
            try await town.run(
                "UPDATE slot SET unit_id = (SELECT id FROM organisation_unit WHERE code = 'SB-2') WHERE code = 'S2'")
            let bounds = MatchBounds(unitMaxima: [MatchBound(code: try Code("SB-1"), count: 1)])
            let run = try await town.operations.runMatch(
                town.coordinator, MatchParameters(roundStart: Fixture.start, bounds: bounds))
            #expect(run.result.pairs.count == 2)
            try await town.run("UPDATE slot SET unit_id = (SELECT id FROM organisation_unit WHERE code = 'SB-1')")
            do {
                _ = try await town.operations.decideMatch(town.coordinator, code: run.code)
                Issue.record("a unit got more than its maximum")
            } catch let refusal as Refusal {
                #expect(refusal.phrase.sv.contains("SB-1: Enheten skulle ta emot 2, men högst 1."))
            }
        }
    }

    @Test func `a supervisor across bounded units is refused with a sentence`() async throws {
        try await with(capacity: 1) { town in
            try await town.run(
                "UPDATE slot SET unit_id = (SELECT id FROM organisation_unit WHERE code = 'SB-2') WHERE code = 'S2'")
            // Had SB-2 no other slot, its bound would lie within the supervisor's.
            try await town.slot("S3")
            try await town.run(
                "UPDATE slot SET unit_id = (SELECT id FROM organisation_unit WHERE code = 'SB-2') WHERE code = 'S3'")
            let bounds = MatchBounds(unitMaxima: [MatchBound(code: try Code("SB-2"), count: 1)])
            let fault = MatchFault.supervisorAcrossUnits(
                supervisor: try Code("H-1"), of: try Code("SB-1"), slotUnits: [try Code("SB-1"), try Code("SB-2")],
                bounded: try Code("SB-2"))
            await #expect(throws: Refusal.round(fault)) {
                _ = try await town.operations.runMatch(
                    town.coordinator, MatchParameters(roundStart: Fixture.start, bounds: bounds))
            }
        }
    }
}

import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// What nobody gets past, whatever they write.
struct AgreementSQLTests {
    private func refusal(_ town: AgreementTown, _ sql: SQL) async throws -> String? {
        do {
            try await town.run(sql)
            return nil
        } catch PostgresError.server(let error) {
            return error.constraint ?? error.message
        }
    }

    private let agree: SQL = "UPDATE placement SET state = 'agreed', state_on = '2026-01-20' WHERE code = 'P1'"

    @Test func `no placement is agreed without every word and every check, nor otherwise than agreed`() async throws {
        try await AgreementTown.with { town in
            #expect(try await refusal(town, agree) == "placement_agreement_approved")
            for party in ["participant", "host", "referrer"] {
                try await town.run(
                    """
                    INSERT INTO agreement_approval (municipality, placement_id, version, party, approved_by, role, ground)
                    SELECT municipality, placement_id, version, \(party), 'x', 'coordinator', 'phoned' FROM agreement
                    """)
            }
            #expect(try await refusal(town, agree) == "placement_checks_made")
            #expect(
                try await refusal(town, "UPDATE agreement SET in_force_at = now()") == "placement_checks_made")
            try await town.run(
                """
                INSERT INTO check_before_start (municipality, placement_id, version, check_name, done_on, recorded_by)
                SELECT municipality, placement_id, version, 'insurance', '2026-01-19', 'x' FROM agreement
                """)
            #expect(
                try await refusal(
                    town, "UPDATE placement SET state = 'agreed', ends_on = '2026-05-28' WHERE code = 'P1'")
                    == "placement_as_agreed")
            #expect(try await refusal(town, agree) == nil)
            try await town.run("UPDATE agreement SET in_force_at = now()")
            #expect(
                try await refusal(town, "UPDATE placement SET ends_on = '2026-05-28' WHERE code = 'P1'")
                    == "placement_as_agreed")
        }
    }

    @Test(arguments: [
        ("host", "registrar", nil as String?, true), ("host", "coordinator", "phoned", true),
        ("host", "coordinator", nil, false), ("host", "registrar", "phoned", false), ("host", "referrer", nil, false),
        ("participant", "participant", nil, true), ("participant", "registrar", nil, false),
        ("referrer", "operator", "signed_on_paper", true), ("referrer", "operator", "because", false),
    ])
    func `a word is a party's own, or on its behalf with a ground of the list`(
        _ party: String, _ role: String, _ ground: String?, _ isTaken: Bool
    ) async throws {
        try await AgreementTown.with { town in
            let constraint = try await refusal(
                town,
                """
                INSERT INTO agreement_approval (municipality, placement_id, version, party, approved_by, role, ground)
                SELECT municipality, placement_id, version, \(party), 'x', \(role), \(ground) FROM agreement
                """)
            #expect((constraint == nil) == isTaken, "\(constraint ?? "taken")")
        }
    }

    @Test func `words, checks and terms are added to, never edited`() async throws {
        try await AgreementTown.with { town in
            _ = try await town.operations.approveAgreement(town.registrar, town.code)
            for statement: SQL in [
                "UPDATE agreement_approval SET party = 'referrer'", "DELETE FROM agreement_approval",
                "UPDATE agreement SET goal = 'annat'", "DELETE FROM check_before_start",
            ] {
                #expect(try await refusal(town, statement)?.contains("permission denied") == true)
            }
        }
    }

    @Test func `an import states what was agreed elsewhere, and is stopped where an agreement here lacks something`()
        async throws
    {
        try await AgreementTown.with(places: 3) { town in
            func load(_ line: String) async throws {
                _ = try await town.operations.importFile(
                    town.coordinator, .placements,
                    from: ImportSource(text: "code;referrer;participant;slot;from;to;state\n\(line)\n"))
            }
            try await load("P9;AMA;K-1;S1;2026-02-02;2026-02-03;proposed")
            do {
                try await load("P1;AMA;K-1;S1;2026-02-02;2026-05-29;agreed")
                Issue.record("imported as agreed")
            } catch let Refusal.importFaults(faults) {
                #expect(faults.list.map(\.column) == ["state"])
            }
            _ = try await town.operations.stepPlacement(
                town.coordinator, town.code, to: .withdrawn, reason: try Line("Fick arbete"))
            try await load("P9;AMA;K-1;S1;2026-02-02;2026-02-03;agreed")
            let sheet = try await town.operations.agreement(town.coordinator, code: try Code("P9"))
            #expect(sheet.detail.placement.state == .agreed && sheet.versions.isEmpty)
        }
    }
}

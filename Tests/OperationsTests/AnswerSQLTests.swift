import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// Answers by raw SQL in the application's own role: what the program might forget, the database holds.
struct AnswerSQLTests {
    private func refusal(_ house: AnswerHouse, as role: Role?, _ statements: SQL...) async throws -> String? {
        do {
            try await house.database.pool.transaction(for: house.town.code, by: "x", as: role) { connection in
                for statement in statements { _ = try await connection.execute(statement) }
            }
            return nil
        } catch let error as PostgresError {
            return error.server.map { $0.constraint ?? $0.sqlState.rawValue }
        }
    }

    private func insert(_ party: String, _ answer: String, reason: String? = nil, ground: String? = nil) -> SQL {
        """
        INSERT INTO placement_answer (municipality, id, placement_id, party, answer, reason, ground, answered_on)
        SELECT municipality, uuid_v7(), id, \(party), \(answer), \(reason), \(ground), '2026-01-20'
        FROM placement WHERE code = 'P1'
        """
    }

    @Test(arguments: Role.allCases.map(Optional.some) + [nil], AnsweringParty.allCases)
    func `by SQL an answer is the party's, or on a ground the substitutes'`(
        _ role: Role?, _ party: AnsweringParty
    ) async throws {
        try await AnswerHouse.with(proposed: 1) { house in
            let own = try await refusal(house, as: role, insert(party.rawValue, "accepted"))
            #expect(own == (role == party.role ? nil : "placement_answer_role"))
            let instead = try await refusal(house, as: role, insert(party.rawValue, "accepted", ground: "phoned"))
            let may = role.map(PlacementLifecycle.substitutes.contains) ?? false
            #expect(instead == (may ? nil : "placement_answer_role"))
        }
    }

    private let accept: SQL = "UPDATE placement SET state = 'accepted', state_on = '2026-01-20' WHERE code = 'P1'"
    private let decline: SQL =
        "UPDATE placement SET state = 'declined', state_on = '2026-01-20', state_reason = 'skäl' WHERE code = 'P1'"

    @Test(arguments: [Role.registrar, .participant])
    func `by SQL a party accepts only when both have`(_ role: Role) async throws {
        try await AnswerHouse.with(proposed: 1) { house in
            let alone = try await refusal(house, as: role, accept)
            let host = try await refusal(house, as: .registrar, insert("host", "accepted"))
            let half = try await refusal(house, as: role, accept)
            let participant = try await refusal(house, as: .participant, insert("participant", "accepted"))
            let both = try await refusal(house, as: role, accept)
            #expect(
                [alone, host, half, participant, both] == ["placement_step_role", nil, "placement_step_role", nil, nil])
        }
    }

    @Test func `by SQL the coordinator's no is a party's answer given for it, or none`() async throws {
        try await AnswerHouse.with(proposed: 1) { house in
            let alone = try await refusal(house, as: .coordinator, decline)
            let answer = insert("participant", "declined", reason: "studies", ground: "no_email")
            let given = try await refusal(house, as: .coordinator, answer, decline)
            let after = try await refusal(house, as: .registrar, insert("host", "accepted"))
            #expect([alone, given, after] == ["placement_step_role", nil, "placement_answer_to_proposal"])
        }
    }

    @Test func `by SQL no reason of another list, none with a yes, no edit, no other's name`() async throws {
        try await AnswerHouse.with(proposed: 1) { house in
            let others = try await refusal(house, as: .registrar, insert("host", "declined", reason: "distance"))
            #expect(others == "placement_answer_reason")
            let needless = try await refusal(house, as: .registrar, insert("host", "accepted", reason: "other"))
            #expect(needless == "placement_answer_reason_given")
            let missing = try await refusal(house, as: .registrar, insert("host", "declined"))
            #expect(missing == "placement_answer_reason_given")
            let good = try await refusal(house, as: .registrar, insert("host", "accepted"))
            #expect(good == nil)
            let edited = try await refusal(house, as: .operator, "UPDATE placement_answer SET answer = 'declined'")
            let removed = try await refusal(house, as: .operator, "DELETE FROM placement_answer")
            #expect([edited, removed] == ["42501", "42501"])
            let sheet = try await house.operations.placementSheet(house.karin, code: house.code)
            #expect(sheet.answers.map(\.actor) == ["x"])
        }
    }
}

import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// Whose word is whose: by the operations and by SQL in the application's own role.
struct FollowUpRoleTests {
    private struct TriedOut: Error {}

    /// The sources that a role tells as; what is not here tells nothing.
    private static let sources: [Role: Set<OutcomeSource>] = [
        .coordinator: Set(OutcomeSource.allCases), .operator: Set(OutcomeSource.allCases), .supervisor: [.host],
        .registrar: [.host], .participant: [.participant],
    ]

    private func refusal(
        _ house: FollowUpHouse, as role: Role?, _ statement: SQL
    ) async throws -> String? {
        do {
            try await house.database.pool.transaction(for: house.town.code, by: "x", as: role) { connection in
                _ = try await connection.execute(statement)
                throw TriedOut()
            }
            return nil
        } catch is TriedOut {
            return nil
        } catch let error as PostgresError {
            return error.server?.constraint ?? error.server?.sqlState.rawValue ?? "?"
        }
    }

    @Test func `each role tells by SQL as its own source and no other`() async throws {
        try await FollowUpHouse.with { house in
            try await house.start("P1")
            for role in Role.allCases + [nil as Role?] {
                for source in OutcomeSource.allCases {
                    let report = try await refusal(
                        house, as: role,
                        """
                        INSERT INTO follow_up_report (municipality, id, placement_id, moment, source, progress, told_on)
                        SELECT municipality, uuid_v7(), id, -1, \(source), 'as_planned', '2026-04-01' FROM placement
                        """)
                    let allowed = role.map { Self.sources[$0]?.contains(source) ?? false } ?? false
                    #expect((report == nil) == allowed, "\(role?.rawValue ?? "–") as \(source): \(report ?? "told")")
                    let outcome = try await refusal(
                        house, as: role,
                        """
                        INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on,
                            status, source)
                        SELECT municipality, uuid_v7(), 'U-X', participant_id, person_id, id, '2026-06-28', 'seeking',
                            \(source) FROM placement
                        """)
                    // Imports and what the clock does state no role of a person.
                    let isNobodys = role == nil || role == .clock
                    #expect((outcome == nil) == (allowed || isNobodys), "\(role?.rawValue ?? "–") as \(source)")
                }
            }
        }
    }

    @Test func `a party reads its own word by SQL and no other's`() async throws {
        try await FollowUpHouse.with { house in
            try await house.complete("P1")
            try await house.tell("P1", "30", on: "2026-06-28", .host, .unknown)
            try await house.tell("P1", "30", on: "2026-06-28", .participant, .employed, at: .host)
            try await house.tell("P1", "30", on: "2026-06-28", .coordinator, .employed)
            for role in Role.allCases + [nil as Role?] {
                let seen = try await house.database.pool.transaction(
                    for: house.town.code, by: "x", as: role, readOnly: true
                ) { connection in
                    try await connection.query("SELECT source FROM follow_up_report ORDER BY source").map {
                        try $0.value("source", as: String.self)
                    }
                }
                let all = ["coordinator", "host", "participant"]
                let expected =
                    switch role {
                    case .coordinator, .operator, .clock: all
                    case .supervisor, .registrar: ["host"]
                    case .participant: ["participant"]
                    default: [String]()
                    }
                #expect(seen == expected, "\(role?.rawValue ?? "–")")
            }
        }
    }

    @Test func `no other role is let to the operations`() async throws {
        try await FollowUpHouse.with { house in
            try await house.start("P1")
            let operations = try house.on("2026-04-01")
            let answer = FollowUpAnswer(source: .host, progress: .asPlanned)
            for role in Role.allCases {
                let actor = Actor(name: "x", role: role, municipality: house.town.code)
                let isLet = role == .coordinator || role == .operator
                do {
                    _ = try await operations.recordFollowUp(
                        actor, try Code("P1"), at: .mid, answer, dryRun: true)
                    #expect(isLet, "\(role)")
                } catch let refusal as Refusal {
                    #expect(!isLet && refusal == .notAllowed(.recordFollowUp, role), "\(role)")
                }
            }
        }
    }

    @Test func `whoever came by a link speaks of their own placement, as themselves`() async throws {
        try await FollowUpHouse.with { house in
            try await house.complete("P1")
            let operations = try house.on("2026-06-28")
            let persons = try await house.database.owner.withConnection {
                try await $0.query("SELECT person_id FROM placement").map {
                    try $0.value("person_id", as: Identifier<Person>.self)
                }
            }
            var eva = Actor(name: "AMA/K-1", role: .participant, municipality: house.town.code)
            let told = FollowUpAnswer(source: .participant, status: .studying)
            await #expect(throws: Refusal.noSuch(.placement, "P1")) {
                try await operations.answerFollowUp(eva, try Code("P1"), told)
            }
            eva.person = persons.first
            var asHost = told
            asHost.source = .host
            await #expect(throws: Refusal.answerNotYours) {
                try await operations.answerFollowUp(eva, try Code("P1"), asHost)
            }
            try await operations.answerFollowUp(eva, try Code("P1"), told)
            let outcome = try #require(try await operations.outcomes(house.karin).shown.first)
            #expect(outcome.source == .participant && outcome.checkedOn.description == "2026-06-28")
            // A participant is asked for what came after, and the voice is elsewhere.
            await #expect(throws: Refusal.nothingAsked) {
                try await house.on("2026-05-30").answerFollowUp(eva, try Code("P1"), told)
            }
        }
    }
}

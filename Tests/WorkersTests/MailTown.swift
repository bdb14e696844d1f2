import Domain
import Foundation
import Mail
import Operations
import Postgres
import Secrets
import Store
import Synchronization
import TestSupport

/// A municipality with people who can be written to, and a clock that is moved by hand.
struct MailTown {
    let database: TestDatabase
    let town: TestMunicipality
    let clock: MovedClock
    let operations: Operations
    let coordinator: Actor

    static func with(
        people: Int = 3, on day: String = "2026-01-12", _ body: (MailTown) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: max(people, 1), proposed: people)
            let clock = MovedClock(try Day(day))
            let operations = Operations(
                pool: database.pool, clock: clock.clock,
                accounts: AccountRules(hasher: PasswordHasher(cost: .trifling)))
            let coordinator = Actor(name: "karin", role: .coordinator, municipality: town.code)
            try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute("UPDATE organisation_unit SET email = 'enheten@example.se'")
                _ = try await connection.execute(
                    "UPDATE participant SET email = lower(reference) || '@example.se', given_name = 'Eva'")
                _ = try await connection.execute(
                    """
                    INSERT INTO supervisor (municipality, id, code, unit_id, name, email, trained_on, capacity)
                    SELECT municipality, uuid_v7(), 'H-1', id, 'Sven', 'sven@example.se', '2025-01-01', 99
                    FROM organisation_unit
                    """)
                _ = try await connection.execute("UPDATE slot SET supervisor_id = (SELECT id FROM supervisor)")
            }
            // Whoever has users has a log, and is a municipality that daemons work for.
            try await operations.addUser(
                Actor(name: "root", role: .operator, municipality: town.code), name: try Code("karin"),
                role: .coordinator, unit: nil, referrer: nil)
            try await body(
                MailTown(
                    database: database, town: town, clock: clock, operations: operations, coordinator: coordinator))
        }
    }

    var office: MailOffice {
        get throws {
            var rules = MailRules()
            rules.perRecipientAndDay = 1_000
            return MailOffice(
                sender: try EmailAddress("praktik@example.se"), base: "https://praktik.example.se", rules: rules)
        }
    }

    /// Asks everybody who is proposed, and their hosts.
    func propose() async throws {
        try await database.pool.transaction(for: town.code, by: "test") { connection in
            try await connection.postProposals(
                town.placements, town.code, at: clock.clock.now(),
                until: clock.clock.now().addingTimeInterval(60 * 86_400))
        }
    }

    /// As many letters to participants as asked for, each of its own.
    func post(_ count: Int, round: Int = 0) async throws {
        _ = try await database.pool.transaction(for: town.code, by: "test") { connection in
            try await connection.postMessages(
                .answerReminder, to: .participant, link: .answerProposal, town.code, at: clock.clock.now(),
                from: """
                    SELECT p.participant_id AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id,
                        NULL::uuid AS unit_id, p.starts_on AS day, 'sv' AS language,
                        concat_ws(':', 'test', \(round), n, p.id) AS dedupe_key,
                        \(clock.clock.now().addingTimeInterval(60 * 86_400)) AS expires_at
                    FROM placement p CROSS JOIN generate_series(1, \(count)) AS n
                    """)
        }
    }

    func step(_ code: String, to states: PlacementState...) async throws {
        for state in states { _ = try await operations.stepPlacement(coordinator, try Code(code), to: state) }
    }

    /// Accepted, and agreed by everybody's word.
    func agree(_ code: String) async throws {
        try await step(code, to: .accepted)
        try await operations.agreeInFull(coordinator, try Code(code))
    }

    func change(_ statement: SQL) async throws {
        _ = try await database.pool.transaction(for: town.code, by: "test") { try await $0.execute(statement) }
    }

    func value<T: PostgresDecodable & Sendable>(_ statement: SQL, as type: T.Type = T.self) async throws -> T {
        try await database.owner.withConnection { try await $0.value(statement, as: type) }
    }

    func counts() async throws -> [MessageState: Int] {
        try await operations.messageCounts(coordinator)
    }
}

/// A clock that stands until it is moved.
final class MovedClock: Sendable {
    private let moment: Mutex<Date>

    init(_ day: Day) {
        moment = Mutex(SwedishTime.start(of: day).addingTimeInterval(9 * 3600))
    }

    var clock: WallClock { WallClock { self.moment.withLock { $0 } } }

    func move(_ seconds: Double) {
        moment.withLock { $0 = $0.addingTimeInterval(seconds) }
    }
}

/// Takes every message, or does with it what it is told.
final class TestCarrier: MailCarrier {
    private let state = Mutex<(outcome: MailOutcome, carried: [MailMessage])>((.delivered, []))

    var carried: [MailMessage] { state.withLock { $0.carried } }

    func answer(_ outcome: MailOutcome) {
        state.withLock { $0.outcome = outcome }
    }

    func carry(_ message: MailMessage) async -> MailOutcome {
        state.withLock { state in
            if state.outcome == .delivered { state.carried.append(message) }
            return state.outcome
        }
    }
}

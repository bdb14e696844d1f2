import Domain
import Foundation
import HTTPTypes
import Mail
import Operations
import Postgres
import Secrets
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// A municipality with one proposed placement whose parties can be written to, and everything that is sent to them.
struct LinkHouse {
    let database: TestDatabase
    let town: TestMunicipality
    let web: WebTester
    let post: KeptPost
    let moment: Moment
    let karin: Actor

    var operations: Operations { web.operations }
    static let code: Code = {
        do { return try Code("P1") } catch { preconditionFailure("\(error)") }
    }()

    static func with(on day: String = "2026-01-20", _ body: (LinkHouse) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            let moment = Moment(SwedishTime.start(of: try Day(day)).addingTimeInterval(9 * 3600))
            let operations = Operations(
                pool: database.pool, clock: moment.clock,
                accounts: AccountRules(hasher: PasswordHasher(cost: .trifling)))
            try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute(
                    """
                    INSERT INTO supervisor (municipality, id, code, unit_id, name, email, trained_on, capacity)
                    SELECT municipality, uuid_v7(), 'H-1', id, 'Sven', 'sven@example.se', '2025-01-01', 99
                    FROM organisation_unit
                    """)
                _ = try await connection.execute("UPDATE slot SET supervisor_id = (SELECT id FROM supervisor)")
                _ = try await connection.execute("UPDATE organisation_unit SET email = 'enheten@example.se'")
                _ = try await connection.execute("UPDATE referrer SET email = 'ama@example.se'")
                _ = try await connection.execute(
                    """
                    UPDATE participant SET given_name = 'Eva', family_name = 'Åkesson', email = 'eva@example.se',
                        language = 'engelska'
                    """)
            }
            try await operations.addUser(
                Actor(name: "root", role: .operator, municipality: town.code), name: try Code("karin"),
                role: .coordinator, unit: nil, referrer: nil)
            try await body(
                LinkHouse(
                    database: database, town: town, web: try WebTester(operations), post: KeptPost(), moment: moment,
                    karin: Actor(name: "karin", role: .coordinator, municipality: town.code)))
        }
    }

    /// Sends what waits, and answers with the path in each letter, by its recipient.
    @discardableResult
    func send() async throws -> [String: String] {
        let before = post.carried.count
        let office = MailOffice(sender: try EmailAddress("p@example.se"), base: "https://p.example")
        _ = try await operations.sendMail(in: town.code, through: post, as: office)
        var paths: [String: String] = [:]
        for mail in post.carried.dropFirst(before) {
            let match = mail.body.firstMatch(of: /https:\/\/p\.example(\/l\/\S+)/)
            #expect(paths[mail.to.rawValue] == nil)
            paths[mail.to.rawValue] = match.map { String($0.1) } ?? ""
        }
        return paths
    }

    func state() async throws -> PlacementState {
        try await operations.placement(karin, code: Self.code).0.placement.state
    }

    func change(_ statement: SQL) async throws {
        _ = try await database.owner.withConnection { try await $0.execute(statement) }
    }

    /// Of what was done by links: in what name and capacity.
    func trail() async throws -> [String] {
        try await database.owner.withConnection { connection in
            try await connection.query(
                """
                SELECT actor || ' ' || role || ' ' || action AS entry FROM audit_entry
                WHERE role IN ('supervisor', 'participant', 'registrar', 'referrer') AND outcome = 'done' ORDER BY sequence
                """
            ).map { try $0.value("entry", as: String.self) }
        }
    }
}

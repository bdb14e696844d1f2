import Domain
import FoundationEssentials
import Operations
import Postgres
import Secrets
import Store
import Synchronization
import TestSupport
import Testing

/// A municipality with an administrator at work, a clock that is set by hand, and passwords that cost nothing.
struct AccountTown {
    let operations: Operations
    let database: TestDatabase
    let clock: TestClock
    let code: MunicipalityCode
    /// The console's operator.
    let root: Actor
    let administrator: Actor

    static let password = "kaffe före gryning"
    static let address = "192.0.2.7"

    static func use(
        hasher: PasswordHasher = PasswordHasher(cost: .trifling, mostWaiting: 1000),
        _ body: (AccountTown) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            let clock = TestClock(try Day("2026-03-02"))
            var rules = AccountRules(hasher: hasher)
            rules.attemptsByAddress = 30
            let operations = Operations(pool: database.pool, clock: clock.clock, accounts: rules)
            let root = Actor(name: "root", role: .operator, municipality: town.code)
            try await operations.addUser(root, name: try Code("agneta"), UserDetails(role: .administrator))
            let administrator = try await operations.actor(named: "agneta", in: town.code)
            try await body(
                AccountTown(
                    operations: operations, database: database, clock: clock, code: town.code, root: root,
                    administrator: administrator))
        }
    }

    /// Adds an account; answers its link's text.
    @discardableResult
    func invite(_ name: String, _ details: UserDetails = UserDetails(role: .coordinator)) async throws -> String {
        let link = try #require(try await operations.addUser(administrator, name: try Code(name), details))
        return String(link.path.dropFirst(NewLink.folder.count))
    }

    /// Adds an account that has a password; answers its first session.
    @discardableResult
    func settle(_ name: String, _ details: UserDetails = UserDetails(role: .coordinator)) async throws -> NewSession {
        try await operations.acceptInvitation(
            try await invite(name, details), password: Self.password, from: Self.address)
    }

    func signIn(
        _ name: String, _ password: String = password, from address: String = address, replacing old: String? = nil
    ) async throws -> NewSession {
        try await operations.signIn(
            municipality: code, name: name, password: password, from: address, replacing: old)
    }

    /// How an attempt ended: the refusal's code, or "in".
    func attempt(
        _ name: String, _ password: String = password, from address: String = address
    ) async throws -> String {
        do {
            _ = try await signIn(name, password, from: address)
            return "in"
        } catch let refusal as Refusal {
            return refusal.code
        }
    }

    /// The log's newest entries as `who action outcome detail`, the newest last.
    func log(_ count: Int) async throws -> [String] {
        try await operations.auditLines(root, limit: count).reversed().map { line in
            "\(line.actor) \(line.action) \(line.outcome.rawValue) \(line.detail ?? "")"
        }
    }

    /// A number from behind row-level security.
    func count(_ sql: SQL) async throws -> Int {
        try await database.owner.withConnection { try await $0.value(sql, as: Int.self) }
    }
}

/// A clock that a test sets forward.
final class TestClock: Sendable {
    private let date: Mutex<Date>

    /// Noon in Sweden.
    init(_ day: Day) {
        date = Mutex(SwedishTime.start(of: day).addingTimeInterval(12 * 3600))
    }

    var clock: WallClock { WallClock { self.date.withLock { $0 } } }

    func advance(minutes: Double) {
        date.withLock { $0 += minutes * 60 }
    }

    func advance(hours: Double) { advance(minutes: hours * 60) }
}

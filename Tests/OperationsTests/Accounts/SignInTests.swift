import Domain
import FoundationEssentials
import Operations
import Postgres
import Secrets
import Store
import TestSupport
import Testing

struct SignInTests {
    @Test func `invited, signed in, and recognised by the session's token`() async throws {
        try await AccountTown.use { town in
            let first = try await town.settle(
                "karin", UserDetails(role: .coordinator, displayName: try Line("Karin Berg")))
            let second = try await town.signIn("karin")
            #expect(first.token != second.token)
            for session in [first, second] {
                let who = try #require(try await town.operations.signedIn(token: session.token))
                #expect(who == session.signedIn)
                #expect(who.actor == Actor(name: "karin", role: .coordinator, municipality: town.code))
                #expect(who.displayName == "Karin Berg")
                #expect(who.accepts(formToken: session.signedIn.formToken))
                #expect(!who.accepts(formToken: ""))
            }
            #expect(first.signedIn.formToken != second.signedIn.formToken)
            #expect(
                try await town.log(3) == [
                    "agneta user.manage done karin", "karin account.use_link done karin",
                    "karin session.sign_in done karin",
                ])
        }
    }

    @Test(arguments: ["karin", "KARIN", "karin@uddevalla.se", "Karin@Uddevalla.SE"])
    func `a name is read as people type it`(typed: String) async throws {
        try await AccountTown.use { town in
            try await town.settle(
                "karin", UserDetails(role: .coordinator, email: try EmailAddress("Karin@uddevalla.se")))
            #expect(try await town.signIn(typed).signedIn.actor.name == "karin")
        }
    }

    @Test func `whatever is wrong, the answer and the work behind it are the same`() async throws {
        let hasher = PasswordHasher(cost: .trifling)
        try await AccountTown.use(hasher: hasher) { town in
            try await town.settle("karin")
            try await town.settle("sture")
            try await town.invite("nils")
            try await town.operations.disableUser(town.administrator, name: try Code("sture"))
            try await town.operations.addUser(town.root, name: try Code("drift"), UserDetails(role: .operator))
            let wrong = [
                ("karin", "fel lösenord här"), ("sture", AccountTown.password), ("nils", AccountTown.password),
                ("drift", AccountTown.password), ("ingen-alls", AccountTown.password), ("inte ett, namn", "x"),
                ("karin", String(repeating: "lång ", count: 200)), ("", ""),
            ]
            for (name, password) in wrong {
                let before = hasher.worked
                #expect(try await town.attempt(name, password) == "sign_in_failed", "\(name)")
                #expect(hasher.worked == before + 1, "\(name)")
            }
        }
    }

    @Test func `what was typed is nowhere in the database, and a refusal is on record`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            _ = try await town.attempt("hemligt-i-fel-ruta", "ett annat lösenord")
            _ = try await town.attempt("karin", "ett annat lösenord")
            #expect(
                try await town.log(2) == [
                    "– session.sign_in refused sign_in_failed", "– session.sign_in refused sign_in_failed",
                ])
            // The log says whose account was tried, where there is one.
            #expect(
                try await town.count(
                    """
                    SELECT count(*) FROM audit_value v JOIN audit_entry e ON e.id = v.entry_id
                    WHERE e.action = 'session.sign_in' AND v.after ->> 'account' = 'karin'
                    """) == 1)
            let dump = try await TestProgram.run([
                "pg_dump", "--data-only", "--dbname=\(town.database.connectionString(user: TestDatabase.ownerRole))",
            ])
            #expect(dump.contains("karin"))
            for secret in ["hemligt-i-fel-ruta", "ett annat", AccountTown.password] { #expect(!dump.contains(secret)) }
        }
    }

    @Test(arguments: ["karin", "ingen-alls"])
    func `ten attempts a quarter of an hour for a name, whether it exists or not`(name: String) async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            for turn in 0..<12 {
                // From everywhere: the name is what is counted.
                let answer = try await town.attempt(name, "fel lösenord här", from: "192.0.2.\(turn)")
                #expect(answer == (turn < 10 ? "sign_in_failed" : "sign_in_limited"), "\(turn)")
            }
            // Not even with the right password.
            #expect(try await town.attempt(name) == "sign_in_limited")
            await #expect(throws: Refusal.signInLimited(retryAfter: .seconds(900))) { try await town.signIn(name) }
            // The first one too many is on record, those after it are not.
            #expect(
                try await town.log(2) == [
                    "– session.sign_in refused sign_in_failed", "– session.sign_in refused sign_in_limited",
                ])
            town.clock.advance(minutes: 15)
            #expect(try await town.attempt(name) == (name == "karin" ? "in" : "sign_in_failed"))
        }
    }

    @Test func `a sign-in that succeeds clears the name`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            for _ in 0..<3 {
                for _ in 0..<9 { #expect(try await town.attempt("karin", "fel lösenord här", from: "::1") != "in") }
                town.clock.advance(minutes: 1)
                #expect(try await town.attempt("karin", from: "192.0.2.9") == "in")
            }
        }
    }

    @Test func `so many attempts from one address, whatever the names; an IPv6 network is one`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            for (host, network) in [("2001:db8:1:2:%::1", "2001:db8:1:3::1"), ("::ffff:192.0.2.5", "192.0.2.6")] {
                for turn in 0..<32 {
                    let address = host.replacing("%", with: String(turn + 1))
                    let answer = try await town.attempt("namn-\(turn)", from: address)
                    #expect(answer == (turn < 30 ? "sign_in_failed" : "sign_in_limited"), "\(address) \(turn)")
                }
                #expect(try await town.attempt("karin", from: host.replacing("%", with: "77")) == "sign_in_limited")
                #expect(try await town.attempt("karin", from: network) == "in")
            }
            // The mapped form of an IPv4 address is that address.
            #expect(try await town.attempt("karin", from: "192.0.2.5") == "sign_in_limited")
        }
    }

    @Test func `an address is kept as long as its window and no longer`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            _ = try await town.attempt("karin", "fel lösenord här", from: "198.51.100.1")
            #expect(try await town.count("SELECT count(*) FROM sign_in_count WHERE key = '198.51.100.1'") == 1)
            town.clock.advance(minutes: 16)
            _ = try await town.attempt("karin", from: "198.51.100.2")
            #expect(try await town.count("SELECT count(*) FROM sign_in_count WHERE key = '198.51.100.1'") == 0)
            town.clock.advance(minutes: 16)
            try await town.operations.tidy(town.code)
            #expect(try await town.count("SELECT count(*) FROM sign_in_count") == 0)
        }
    }

    @Test func `the limit holds when all try at once`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for turn in 0..<40 {
                    group.addTask { try await town.attempt("karin", "fel lösenord \(turn)", from: "192.0.2.\(turn)") }
                }
                return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(answers == ["sign_in_failed": 10, "sign_in_limited": 30])
        }
    }

    @Test func `an old hash is made anew at the next sign-in`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            #expect(
                try await town.count("SELECT count(*) FROM user_account WHERE password_hash LIKE '$scrypt$ln=4,%'") == 1
            )
            var rules = town.operations.accounts
            rules.hasher = PasswordHasher(cost: try #require(PasswordHash.Cost(logN: 5, blockSize: 1, parallelism: 1)))
            let raised = Operations(pool: town.database.pool, clock: town.clock.clock, accounts: rules)
            for _ in 0..<2 {
                _ = try await raised.signIn(
                    municipality: town.code, name: "karin", password: AccountTown.password, from: "::1")
            }
            #expect(
                try await town.count("SELECT count(*) FROM user_account WHERE password_hash LIKE '$scrypt$ln=5,%'") == 1
            )
        }
    }

    @Test func `with too many at the door, whoever comes next is asked to wait`() async throws {
        try await AccountTown.use(hasher: PasswordHasher(cost: .trifling, lanes: 1, mostWaiting: 1)) { town in
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for turn in 0..<20 { group.addTask { try await town.attempt("namn-\(turn)", from: "192.0.2.\(turn)") } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers.contains("sign_in_failed"))
            #expect(answers.isSubset(of: ["sign_in_failed", "sign_in_limited"]))
        }
    }

    @Test func `a municipality without accounts has no log to fill`() async throws {
        try await AccountTown.use { town in
            let nowhere = try MunicipalityCode("9999")
            await #expect(throws: Refusal.signInFailed) {
                try await town.operations.signIn(
                    municipality: nowhere, name: "karin", password: "x", from: "::1")
            }
            #expect(try await town.count("SELECT count(*) FROM audit_entry WHERE municipality = '9999'") == 0)
        }
    }
}

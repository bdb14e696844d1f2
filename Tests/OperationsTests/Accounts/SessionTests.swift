import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct SessionTests {
    @Test func `a session rests an hour, and is over`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            for _ in 0..<5 {
                town.clock.advance(minutes: 59)
                #expect(try await town.operations.signedIn(token: session.token) != nil)
            }
            town.clock.advance(minutes: 60)
            #expect(try await town.operations.signedIn(token: session.token) == nil)
        }
    }

    @Test func `twelve hours is the longest, however busy`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            for _ in 0..<23 {
                town.clock.advance(minutes: 30)
                #expect(try await town.operations.signedIn(token: session.token) != nil)
            }
            town.clock.advance(minutes: 30)
            #expect(try await town.operations.signedIn(token: session.token) == nil)
            // What is over is forgotten when the next one is opened.
            _ = try await town.signIn("karin")
            #expect(try await town.count("SELECT count(*) FROM user_session") == 1)
        }
    }

    @Test func `a use is noted at most once a minute`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            func seconds() async throws -> Int {
                try await town.count(
                    "SELECT extract(epoch FROM last_used_at - created_at)::bigint FROM user_session")
            }
            town.clock.advance(minutes: 0.9)
            _ = try await town.operations.signedIn(token: session.token)
            #expect(try await seconds() == 0)
            town.clock.advance(minutes: 0.5)
            _ = try await town.operations.signedIn(token: session.token)
            #expect(try await seconds() == 84)
        }
    }

    @Test func `signing in anew ends the session the browser had`() async throws {
        try await AccountTown.use { town in
            let old = try await town.settle("karin")
            let new = try await town.signIn("karin", replacing: old.token)
            #expect(try await town.operations.signedIn(token: old.token) == nil)
            #expect(try await town.operations.signedIn(token: new.token) != nil)
            // A failed one ends nothing, and what is no token is nothing.
            _ = try? await town.signIn("karin", "fel lösenord här", replacing: new.token)
            #expect(try await town.operations.signedIn(token: new.token) != nil)
            _ = try await town.signIn("karin", replacing: "skräp")
        }
    }

    @Test func `signing out, here and everywhere`() async throws {
        try await AccountTown.use { town in
            let sessions = [
                try await town.settle("karin"), try await town.signIn("karin"), try await town.signIn("karin"),
            ]
            let other = try await town.settle("lisa")
            try await town.operations.signOut(token: sessions[0].token)
            #expect(try await town.operations.signedIn(token: sessions[0].token) == nil)
            #expect(try await town.operations.signedIn(token: sessions[1].token) != nil)
            // Twice is once.
            try await town.operations.signOut(token: sessions[0].token)
            #expect(try await town.operations.ownSessions(sessions[1].signedIn.actor).count == 2)
            #expect(try await town.operations.signOutEverywhere(sessions[1].signedIn.actor) == 2)
            for session in sessions { #expect(try await town.operations.signedIn(token: session.token) == nil) }
            #expect(try await town.operations.signedIn(token: other.token) != nil)
            #expect(try await town.log(1) == ["karin account.own done karin"])
        }
    }

    @Test func `one of one's own sessions, and nobody else's`() async throws {
        try await AccountTown.use { town in
            let karin = try await town.settle("karin")
            let phone = try await town.signIn("karin")
            let lisa = try await town.settle("lisa")
            await #expect(throws: Refusal.noSuch(.session, lisa.signedIn.session.description)) {
                try await town.operations.endOwnSession(karin.signedIn.actor, lisa.signedIn.session)
            }
            try await town.operations.endOwnSession(karin.signedIn.actor, phone.signedIn.session)
            #expect(try await town.operations.signedIn(token: phone.token) == nil)
            #expect(try await town.operations.signedIn(token: lisa.token) != nil)
        }
    }

    @Test func `a disabled account has no session, and gets none back`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            let name = try Code("karin")
            try await town.operations.disableUser(town.administrator, name: name, dryRun: true)
            #expect(try await town.operations.signedIn(token: session.token) != nil)
            try await town.operations.disableUser(town.administrator, name: name)
            #expect(try await town.operations.signedIn(token: session.token) == nil)
            #expect(try await town.attempt("karin") == "sign_in_failed")
            await #expect(throws: Refusal.account(.disabled)) {
                try await town.operations.newLink(town.administrator, for: name)
            }
            try await town.operations.enableUser(town.administrator, name: name)
            #expect(try await town.operations.signedIn(token: session.token) == nil)
            #expect(try await town.attempt("karin") == "in")
        }
    }

    @Test func `an administrator sees a user's sessions and ends them`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            let name = try Code("karin")
            #expect(try await town.operations.sessions(town.administrator, of: name).map(\.means) == [.link])
            await #expect(throws: Refusal.notAllowed(.manageUsers, .coordinator)) {
                try await town.operations.sessions(session.signedIn.actor, of: try Code("agneta"))
            }
            #expect(try await town.operations.endSessions(town.administrator, of: name) == 1)
            #expect(try await town.operations.signedIn(token: session.token) == nil)
            #expect(try await town.operations.sessions(town.administrator, of: name).isEmpty)
        }
    }

    @Test func `other rights end the sessions, another name does not`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            let name = try Code("karin")
            var details = UserDetails(role: .coordinator, displayName: try Line("Karin Berg"))
            try await town.operations.changeUser(town.administrator, name: name, to: details)
            #expect(try await town.operations.signedIn(token: session.token)?.displayName == "Karin Berg")
            details.isNamedOfficer = true
            try await town.operations.changeUser(town.administrator, name: name, to: details)
            #expect(try await town.operations.signedIn(token: session.token) == nil)
            #expect(try await town.signIn("karin").signedIn.actor.isNamedOfficer)
        }
    }

    @Test func `a token of another municipality, another kind, or with another secret opens nothing`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            let parts = session.token.split(separator: ".").map(String.init)
            let other = Actor(name: "root", role: .operator, municipality: try MunicipalityCode("1487"))
            try await town.operations.addUser(other, name: try Code("karin"), UserDetails(role: .coordinator))
            let forged = [
                "1487.\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1]).\(String(parts[2].reversed()))",
                "\(parts[0]).\(session.signedIn.account).\(parts[2])", "praktik_" + session.token, "",
                session.token + ".",
            ]
            for token in forged {
                #expect(try await town.operations.signedIn(token: token) == nil, "\(token)")
                #expect(try await town.operations.bearer(token) == nil, "\(token)")
                #expect(try await town.operations.invitation(token, from: AccountTown.address) == nil, "\(token)")
            }
            #expect(try await town.operations.bearer("praktik_" + session.token) == nil)
        }
    }

    @Test func `the application's role reads no session but by its secret`() async throws {
        try await AccountTown.use { town in
            _ = try await town.settle("karin")
            let other = try MunicipalityCode("1487")
            for table in ["user_session", "account_link", "api_token", "sign_in_count", "user_account"] {
                let rows = try await town.database.owner.withConnection { connection in
                    try await connection.query(
                        """
                        SELECT has_table_privilege('praktik_app', \(table), 'SELECT') AS reads,
                            (SELECT relrowsecurity FROM pg_class WHERE relname = \(table)) AS guarded
                        """)
                }
                #expect(
                    try rows[0].value("reads", as: Bool.self) && rows[0].value("guarded", as: Bool.self), "\(table)")
            }
            let seen = try await town.database.pool.transaction(for: other, by: "test") { connection in
                try await connection.value("SELECT count(*) FROM user_session", as: Int.self)
            }
            #expect(seen == 0)
        }
    }
}

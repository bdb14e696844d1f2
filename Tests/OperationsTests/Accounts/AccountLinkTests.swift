import Domain
import Operations
import Postgres
import Secrets
import Store
import TestSupport
import Testing

struct AccountLinkTests {
    private func accept(
        _ town: AccountTown, _ link: String, _ password: String = AccountTown.password
    ) async throws -> NewSession {
        try await town.operations.acceptInvitation(link, password: password, from: AccountTown.address)
    }

    @Test func `an invitation says whom it is for, and is used once`() async throws {
        try await AccountTown.use { town in
            let link = try await town.invite(
                "karin", UserDetails(role: .coordinator, displayName: try Line("Karin Berg")))
            let invited = try #require(try await town.operations.invitation(link, from: AccountTown.address))
            #expect(invited.name.rawValue == "karin")
            #expect(invited.displayName == "Karin Berg")
            #expect(invited.purpose == .invitation)
            #expect(invited.municipality == town.code)
            _ = try await accept(town, link)
            #expect(try await town.operations.invitation(link, from: AccountTown.address) == nil)
            await #expect(throws: Refusal.account(.linkInvalid)) { try await accept(town, link) }
            #expect(try await town.log(1) == ["– account.use_link refused link_invalid"])
        }
    }

    @Test func `twenty at once: one gets in, and the password is theirs`() async throws {
        try await AccountTown.use { town in
            let link = try await town.invite("karin")
            let winners = await withTaskGroup(of: Int?.self) { group in
                for turn in 0..<20 {
                    group.addTask {
                        (try? await accept(town, link, "kaffe före gryning \(turn)")).map { _ in turn }
                    }
                }
                return await group.reduce(into: []) { if let turn = $1 { $0.append(turn) } }
            }
            #expect(winners.count == 1)
            let winner = try #require(winners.first)
            #expect(try await town.attempt("karin", "kaffe före gryning \(winner)") == "in")
            #expect(try await town.count("SELECT count(*) FROM user_session") == 2)
        }
    }

    @Test func `a link is open for 72 hours`() async throws {
        try await AccountTown.use { town in
            let link = try await town.invite("karin")
            town.clock.advance(minutes: 72 * 60 - 1)
            #expect(try await town.operations.invitation(link, from: AccountTown.address) != nil)
            town.clock.advance(minutes: 1)
            #expect(try await town.operations.invitation(link, from: AccountTown.address) == nil)
            await #expect(throws: Refusal.account(.linkInvalid)) { try await accept(town, link) }
        }
    }

    @Test func `a new link takes the old one's place, and can be taken back`() async throws {
        try await AccountTown.use { town in
            let first = try await town.invite("karin")
            let name = try Code("karin")
            _ = try await town.operations.newLink(town.administrator, for: name, dryRun: true)
            #expect(try await town.operations.invitation(first, from: AccountTown.address) != nil)
            let second = try await town.operations.newLink(town.administrator, for: name)
            #expect(try await town.operations.invitation(first, from: AccountTown.address) == nil)
            let text = String(second.path.dropFirst(NewLink.folder.count))
            #expect(try await town.operations.invitation(text, from: AccountTown.address) != nil)
            try await town.operations.revokeLink(town.administrator, for: name)
            #expect(try await town.operations.invitation(text, from: AccountTown.address) == nil)
        }
    }

    @Test func `a password that is refused leaves the link open`() async throws {
        try await AccountTown.use { town in
            let link = try await town.invite("karin.berg")
            for (password, fault) in [
                ("kort", PasswordFault.short), ("Lösenord2026!", .common), ("karin.berg-12", .ownName),
            ] {
                await #expect(throws: Refusal.account(.password(fault))) { try await accept(town, link, password) }
            }
            _ = try await accept(town, link)
        }
    }

    @Test func `a reset is a link for whoever has a password, and ends every session`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            for _ in 0..<12 { _ = try await town.attempt("karin", "fel lösenord här") }
            let link = try await town.operations.newLink(town.administrator, for: try Code("karin"))
            #expect(link.purpose == .passwordReset)
            let new = try await accept(town, String(link.path.dropFirst(NewLink.folder.count)), "te efter skymningen")
            #expect(try await town.operations.signedIn(token: session.token) == nil)
            #expect(try await town.operations.signedIn(token: new.token) != nil)
            // It opens the door that too many attempts had closed.
            #expect(try await town.attempt("karin", "te efter skymningen") == "in")
            #expect(try await town.attempt("karin") == "sign_in_failed")
        }
    }

    @Test func `a disabled account's link is closed`() async throws {
        try await AccountTown.use { town in
            let link = try await town.invite("karin")
            try await town.operations.disableUser(town.administrator, name: try Code("karin"))
            #expect(try await town.operations.invitation(link, from: AccountTown.address) == nil)
            try await town.operations.enableUser(town.administrator, name: try Code("karin"))
            #expect(try await town.operations.invitation(link, from: AccountTown.address) == nil)
        }
    }

    @Test func `a link of another municipality, or with another secret, opens nothing; guesses are limited`()
        async throws
    {
        try await AccountTown.use { town in
            let link = try await town.invite("karin")
            let parts = link.split(separator: ".").map(String.init)
            for forged in ["1487.\(parts[1]).\(parts[2])", "", "skräp", "\(parts[0]).\(parts[1])"] {
                #expect(try await town.operations.invitation(forged, from: AccountTown.address) == nil)
                await #expect(throws: Refusal.account(.linkInvalid)) { try await accept(town, forged) }
            }
            let guess = "\(parts[0]).\(parts[1]).\(Secret.random().text)"
            for turn in 0..<32 {
                await #expect(throws: Refusal.self) { try await accept(town, guess) }
                if turn == 31 {
                    await #expect(throws: Refusal.signInLimited(retryAfter: .seconds(900))) {
                        try await accept(town, guess)
                    }
                }
            }
            // Looking counts as trying, for the address and for the link.
            await #expect(throws: Refusal.signInLimited(retryAfter: .seconds(900))) {
                try await town.operations.invitation(guess, from: AccountTown.address)
            }
            await #expect(throws: Refusal.signInLimited(retryAfter: .seconds(900))) {
                try await town.operations.invitation(guess, from: "198.51.100.77")
            }
            // The right one is not kept out by others' guesses.
            _ = try await accept(town, link)
        }
    }

    @Test func `one's own password: the present one is asked for, and every other session ends`() async throws {
        try await AccountTown.use { town in
            let phone = try await town.settle("karin")
            let desk = try await town.signIn("karin")
            await #expect(throws: Refusal.account(.passwordWrong)) {
                try await town.operations.changePassword(
                    desk.signedIn, from: "fel lösenord här", to: "te efter skymningen", address: AccountTown.address)
            }
            await #expect(throws: Refusal.account(.password(.short))) {
                try await town.operations.changePassword(
                    desk.signedIn, from: AccountTown.password, to: "te", address: AccountTown.address)
            }
            let new = try await town.operations.changePassword(
                desk.signedIn, from: AccountTown.password, to: "te efter skymningen", address: AccountTown.address)
            for old in [phone, desk] { #expect(try await town.operations.signedIn(token: old.token) == nil) }
            #expect(try await town.operations.signedIn(token: new.token) != nil)
            #expect(try await town.attempt("karin", "te efter skymningen") == "in")
            #expect(
                try await town.log(3) == [
                    "karin account.own refused password_wrong", "karin account.own done karin",
                    "karin session.sign_in done karin",
                ])
        }
    }

    @Test func `whoever sits at another's open session cannot guess the password for long`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle("karin")
            for turn in 0..<11 {
                do {
                    _ = try await town.operations.changePassword(
                        session.signedIn, from: "gissning nummer \(turn)", to: "te efter skymningen", address: "::1")
                    Issue.record("guessed")
                } catch let refusal as Refusal {
                    #expect(refusal.code == (turn < 10 ? "password_wrong" : "sign_in_limited"))
                }
            }
        }
    }
}

import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct ExternalSignInTests {
    private static let issuer = "https://login.example.se"

    private func identity(
        _ subject: String, email: String? = nil, isVerified: Bool = true, groups: Set<String> = [],
        issuer: String = issuer
    ) throws -> ExternalIdentity {
        ExternalIdentity(
            issuer: issuer, subject: subject, email: try email.map { try EmailAddress($0) },
            isEmailVerified: isVerified,
            displayName: try Line("Karin Berg"), preferredName: "karin.berg", groups: groups)
    }

    private func signIn(
        _ town: AccountTown, _ identity: ExternalIdentity, _ rules: [ClaimedRole] = []
    ) async throws -> NewSession {
        try await town.operations.externalSignIn(
            municipality: town.code, identity, rules: rules, from: AccountTown.address)
    }

    @Test func `an account that was prepared is bound by its verified address, and then known by its subject`()
        async throws
    {
        try await AccountTown.use { town in
            try await town.invite(
                "karin", UserDetails(role: .coordinator, email: try EmailAddress("karin@uddevalla.se")))
            for unverified in [
                try identity("s-1", email: "karin@uddevalla.se", isVerified: false), try identity("s-1"),
                try identity("s-1", email: "kalle@uddevalla.se"),
            ] {
                await #expect(throws: Refusal.account(.externalUnknown)) { try await signIn(town, unverified) }
            }
            #expect(try await town.log(1) == ["– session.sign_in refused external_unknown"])
            let first = try await signIn(town, try identity("s-1", email: "Karin@Uddevalla.se"))
            #expect(first.signedIn.actor.name == "karin")
            #expect(try await town.operations.signedIn(token: first.token) != nil)
            // From now on the address does not matter, and nobody else is let in by it.
            #expect(
                try await signIn(town, try identity("s-1", email: "ny@uddevalla.se")).signedIn.actor.name == "karin")
            await #expect(throws: Refusal.account(.externalUnknown)) {
                try await signIn(town, try identity("s-2", email: "karin@uddevalla.se"))
            }
            await #expect(throws: Refusal.account(.externalUnknown)) {
                try await signIn(town, try identity("s-1", email: nil, issuer: "https://other.example.se"))
            }
        }
    }

    @Test func `a closed account is closed, whoever vouches`() async throws {
        try await AccountTown.use { town in
            let email = "karin@uddevalla.se"
            try await town.invite("karin", UserDetails(role: .coordinator, email: try EmailAddress(email)))
            _ = try await signIn(town, try identity("s-1", email: email))
            try await town.operations.disableUser(town.administrator, name: try Code("karin"))
            let rules = [ClaimedRole(value: "praktik", role: .coordinator)]
            await #expect(throws: Refusal.account(.externalUnknown)) {
                try await signIn(town, try identity("s-1", email: email, groups: ["praktik"]), rules)
            }
            await #expect(throws: Refusal.account(.externalUnknown)) {
                try await signIn(town, try identity("s-9", email: email))
            }
        }
    }

    @Test func `a claim makes an account, and its role follows the claims`() async throws {
        try await AccountTown.use { town in
            let rules = [
                ClaimedRole(value: "praktik-skydd", role: .coordinator, isNamedOfficer: true),
                ClaimedRole(value: "praktik-samordnare", role: .coordinator),
                ClaimedRole(value: "praktik-sb", role: .registrar, unit: try Code("SB")),
                ClaimedRole(value: "praktik-drift", role: .operator),
            ]
            let first = try await signIn(town, try identity("s-1", groups: ["annat", "praktik-sb"]), rules)
            #expect(first.signedIn.actor.name == "karin.berg")
            #expect(first.signedIn.actor.role == .registrar)
            #expect(first.signedIn.actor.unit != nil)
            let second = try await signIn(town, try identity("s-1", groups: ["praktik-skydd"]), rules)
            #expect(second.signedIn.actor.role == .coordinator)
            #expect(second.signedIn.actor.isNamedOfficer)
            #expect(second.signedIn.account == first.signedIn.account)
            // The rights the first session was opened with are gone, and so is it.
            #expect(try await town.operations.signedIn(token: first.token) == nil)
            for groups in [[], ["praktik-drift"], ["annat"]] as [Set<String>] {
                await #expect(throws: Refusal.account(.externalUnknown)) {
                    try await signIn(town, try identity("s-1", groups: groups), rules)
                }
            }
            // Another of the same name gets a number.
            let other = try await signIn(town, try identity("s-2", groups: ["praktik-samordnare"]), rules)
            #expect(other.signedIn.actor.name == "karin.berg-2")
        }
    }

    @Test func `a role that an administrator gave is not the claims' to take`() async throws {
        try await AccountTown.use { town in
            try await town.invite(
                "karin", UserDetails(role: .coordinator, email: try EmailAddress("karin@uddevalla.se")))
            let rules = [ClaimedRole(value: "praktik", role: .statistician)]
            for groups in [["praktik"], []] as [Set<String>] {
                let who = try await signIn(
                    town, try identity("s-1", email: "karin@uddevalla.se", groups: groups), rules)
                #expect(who.signedIn.actor.role == .coordinator)
            }
        }
    }

    @Test func `twenty first sign-ins at once make one account`() async throws {
        try await AccountTown.use { town in
            let rules = [ClaimedRole(value: "praktik", role: .coordinator)]
            let who = try identity("s-1", groups: ["praktik"])
            let accounts = try await withThrowingTaskGroup(of: Identifier<UserAccount>.self) { group in
                for _ in 0..<20 { group.addTask { try await signIn(town, who, rules).signedIn.account } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(accounts.count == 1)
            #expect(try await town.count("SELECT count(*) FROM user_account WHERE subject = 's-1'") == 1)
        }
    }

    @Test func `attempts through a provider are limited by person and by address, like others`() async throws {
        try await AccountTown.use { town in
            let stranger = try identity("s-1")
            for _ in 0..<10 {
                await #expect(throws: Refusal.account(.externalUnknown)) { try await signIn(town, stranger) }
            }
            await #expect(throws: Refusal.signInLimited(retryAfter: .seconds(900))) { try await signIn(town, stranger) }
            // Somebody else is not kept out, and a success leaves nothing counted.
            try await town.invite(
                "karin", UserDetails(role: .coordinator, email: try EmailAddress("karin@uddevalla.se")))
            let karin = try identity("s-2", email: "karin@uddevalla.se")
            for _ in 0..<20 { _ = try await signIn(town, karin) }

            let away = "198.51.100.9"
            let operations = town.operations
            for _ in 0..<30 { try await operations.countProviderAnswer(municipality: town.code, from: away) }
            await #expect(throws: Refusal.signInLimited(retryAfter: .seconds(900))) {
                try await operations.countProviderAnswer(municipality: town.code, from: away)
            }
            #expect(try await town.log(1) == ["– session.sign_in refused sign_in_limited"])
            await #expect(throws: Refusal.self) {
                try await operations.requireSignInOpen(municipality: town.code, from: away)
            }
            try await operations.requireSignInOpen(municipality: town.code, from: AccountTown.address)
            // The same counter as for passwords.
            #expect(try await town.attempt("agneta", from: away) == "sign_in_limited")
            town.clock.advance(minutes: 16)
            try await operations.requireSignInOpen(municipality: town.code, from: away)
        }
    }
}

import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct ManageUsersTests {
    @Test func `an administrator adds every role but the operator's, each with an invitation`() async throws {
        try await AccountTown.use { town in
            let added: [(String, UserDetails)] = [
                ("anna", UserDetails(role: .administrator)), ("karin", UserDetails(role: .coordinator)),
                ("rut", UserDetails(role: .registrar, unit: try Code("SB"))),
                ("astrid", UserDetails(role: .referrer, referrer: try Code("AMA"))),
                ("stina", UserDetails(role: .statistician)),
            ]
            for (name, details) in added {
                let link = try await town.operations.addUser(town.administrator, name: try Code(name), details)
                #expect(link?.path.hasPrefix("/invitation/1485.") == true, "\(name)")
            }
            let shown = try await town.operations.users(town.administrator)
            #expect(Set(shown.map(\.name.rawValue)) == ["agneta", "anna", "karin", "rut", "astrid", "stina"])
            #expect(shown.allSatisfy { $0.linkExpiresAt != nil && !$0.hasPassword && $0.lastSignedInAt == nil })
            await #expect(throws: Refusal.account(.roleNotYours(.operator))) {
                try await town.operations.addUser(town.administrator, name: try Code("x"), UserDetails(role: .operator))
            }
            for role in [Role.clock, .visitor, .supervisor, .participant] {
                await #expect(throws: Refusal.account(.roleNotYours(role))) {
                    try await town.operations.addUser(town.root, name: try Code("x"), UserDetails(role: role))
                }
            }
            #expect(
                try await town.operations.addUser(town.root, name: try Code("x"), UserDetails(role: .operator)) == nil)
            await #expect(throws: Refusal.account(.cannotSignIn(.operator))) {
                try await town.operations.newLink(town.root, for: try Code("x"))
            }
            for change in [UserDetails(role: .operator), UserDetails(role: .coordinator)] {
                await #expect(throws: Refusal.account(.roleNotYours(.operator))) {
                    try await town.operations.changeUser(town.administrator, name: try Code("x"), to: change)
                }
            }
        }
    }

    @Test(arguments: [
        (UserDetails(role: .registrar), AccountRefusal.scope), (UserDetails(role: .referrer), .scope),
        (UserDetails(role: .administrator, isNamedOfficer: true), .namedOfficerNeedsCoordinator),
        (UserDetails(role: .registrar, isNamedOfficer: true), .scope),
    ])
    func `what does not belong together is refused`(details: UserDetails, refusal: AccountRefusal) async throws {
        try await AccountTown.use { town in
            await #expect(throws: Refusal.account(refusal)) {
                try await town.operations.addUser(town.administrator, name: try Code("x"), details)
            }
        }
    }

    @Test func `names and addresses are one account's`() async throws {
        try await AccountTown.use { town in
            let details = UserDetails(role: .coordinator, email: try EmailAddress("karin@uddevalla.se"))
            try await town.invite("karin", details)
            await #expect(throws: Refusal.codeTaken(.user)) { try await town.invite("karin") }
            let shouted = UserDetails(role: .coordinator, email: try EmailAddress("KARIN@uddevalla.se"))
            await #expect(throws: Refusal.account(.emailTaken)) { try await town.invite("kalle", shouted) }
        }
    }

    @Test func `nobody locks themselves out`() async throws {
        try await AccountTown.use { town in
            let own = try Code("agneta")
            await #expect(throws: Refusal.account(.own)) {
                try await town.operations.disableUser(town.administrator, name: own)
            }
            await #expect(throws: Refusal.account(.own)) {
                try await town.operations.changeUser(
                    town.administrator, name: own, to: UserDetails(role: .statistician))
            }
            try await town.operations.changeUser(
                town.administrator, name: own, to: UserDetails(role: .administrator, language: .english))
            // The console's operator may, whatever they are called.
            var agneta = town.root
            agneta.name = "agneta"
            try await town.operations.disableUser(agneta, name: own)
        }
    }

    @Test func `a dry run adds nobody, and its link opens nothing`() async throws {
        try await AccountTown.use { town in
            let link = try #require(
                try await town.operations.addUser(
                    town.administrator, name: try Code("karin"), UserDetails(role: .coordinator), dryRun: true))
            #expect(try await town.operations.users(town.administrator).count == 1)
            #expect(
                try await town.operations.invitation(
                    String(link.path.dropFirst(NewLink.folder.count)), from: AccountTown.address) == nil)
        }
    }

    @Test func `its owner changes what it is called and its language, and nothing else`() async throws {
        try await AccountTown.use { town in
            let session = try await town.settle(
                "karin", UserDetails(role: .coordinator, email: try EmailAddress("karin@uddevalla.se")))
            try await town.operations.changeOwnAccount(
                session.signedIn.actor, displayName: try Line("Karin Berg"), language: .english)
            let who = try #require(try await town.operations.signedIn(token: session.token))
            #expect(who.displayName == "Karin Berg")
            #expect(who.language == .english)
            let account = try await town.operations.ownAccount(who.actor)
            #expect(account.email?.rawValue == "karin@uddevalla.se")
            #expect(account.role == .coordinator)
        }
    }

    @Test func `a change is on record with what it was before, and what changes nothing is not`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            for _ in 0..<2 {
                try await town.operations.changeUser(
                    town.administrator, name: try Code("karin"),
                    to: UserDetails(role: .registrar, unit: try Code("SB")))
            }
            #expect(
                try await town.count(
                    """
                    SELECT count(*) FROM audit_value WHERE after ->> 'unit' = 'SB' AND after ->> 'role' = 'registrar'
                        AND before ->> 'role' = 'coordinator' AND before ->> 'unit' IS NULL
                    """) == 1)
        }
    }

    @Test func `of two who change the same account, the later is told of the earlier`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            let name = try Code("karin")
            let read = try #require(try await town.operations.users(town.administrator, name: name).first)
            let version = UserDetails(read).version
            let outcomes = await withTaskGroup(of: String.self) { group in
                for turn in 0..<8 {
                    group.addTask {
                        do {
                            try await town.operations.changeUser(
                                town.administrator, name: name,
                                to: UserDetails(role: .coordinator, displayName: try Line("Karin \(turn)")),
                                expecting: version)
                            return "changed"
                        } catch {
                            return (error as? Refusal)?.code ?? "\(error)"
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == ["changed": 1, "changed_meanwhile": 7])
        }
    }
}

/// Who may do what, beside the roles that were there before.
struct AccountAuthorityTests {
    @Test func `an administrator has users, settings, log and units, and no persons`() {
        let actor = Actor(name: "agneta", role: .administrator, municipality: uddevalla)
        let allowed = Action.allCases.filter { $0.refusal(of: actor) == nil }
        #expect(
            Set(allowed) == [
                .listUnits, .manageUnits, .listReferrers, .manageReferrers, .manageUsers, .readSettings,
                .manageSettings, .readAudit, .manageFaultReports, .readCalendar, .manageCalendar, .reportFault, .signIn,
                .signOut,
                .useAccountLink, .manageOwnAccount, .listMail, .manageMail, .readRetention, .manageRetention,
                .runRetention,
            ])
    }

    @Test func `a visitor may try to sign in, come by a link and report a fault, and nothing else`() {
        let actor = Actor(name: "–", role: .visitor, municipality: uddevalla)
        #expect(
            Action.allCases.filter { $0.refusal(of: actor) == nil } == [
                .reportFault, .signIn, .useAccountLink, .usePartyLink,
            ])
    }

    @Test(arguments: Role.allCases)
    func `protected persons are for named officers among the coordinators`(role: Role) {
        for isNamed in [false, true] {
            let actor = Actor(name: "x", role: role, municipality: uddevalla, isNamedOfficer: isNamed)
            let refusal = Action.viewProtectedPerson.refusal(of: actor)
            switch (role, isNamed) {
            case (.coordinator, true): #expect(refusal == nil)
            case (.coordinator, false): #expect(refusal == .notNamedOfficer)
            default: #expect(refusal == .notAllowed(.viewProtectedPerson, role))
            }
        }
    }

    private let uddevalla: MunicipalityCode

    init() throws {
        uddevalla = try MunicipalityCode("1485")
    }
}

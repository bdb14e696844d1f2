import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct APITokenTests {
    private func token(
        _ town: AccountTown, _ actor: Actor, _ scopes: Set<TokenScope>, days: Int = 30, name: String = "Planering"
    ) async throws -> NewToken {
        try await town.operations.createToken(actor, name: try Line(name), scopes: scopes, days: days)
    }

    @Test func `a token stands for its owner, within its scopes`() async throws {
        try await AccountTown.use { town in
            let karin = try await town.settle("karin").signedIn.actor
            let made = try await token(town, karin, [.slotsRead, .placementsWrite])
            #expect(made.token.hasPrefix("praktik_1485."))
            let bearer = try #require(try await town.operations.bearer(made.token))
            #expect(bearer.scopes == [.slotsRead, .placementsWrite])
            #expect(bearer.actor.name == "karin")
            #expect(try await town.operations.slots(bearer.actor).count == 1)
            // Whoever may write may read.
            #expect(try await town.operations.placements(bearer.actor).shown.count == 1)
            await #expect(throws: Refusal.outsideTokenScopes(.closeSlot)) {
                try await town.operations.closeSlot(bearer.actor, try Code("S1"))
            }
            await #expect(throws: Refusal.outsideTokenScopes(.listParticipants)) {
                try await town.operations.participants(bearer.actor)
            }
            await #expect(throws: Refusal.notAllowed(.manageUsers, .coordinator)) {
                try await town.operations.users(bearer.actor)
            }
            #expect(
                try await town.log(3) == [
                    "karin slot.close refused outside_token_scopes",
                    "karin participant.list refused outside_token_scopes",
                    "karin user.manage refused not_allowed",
                ])
            // No program makes itself a second token, or signs its owner out, unless its token was made for that.
            await #expect(throws: Refusal.outsideTokenScopes(.manageOwnAccount)) {
                try await token(town, bearer.actor, [.read], name: "En till")
            }
            await #expect(throws: Refusal.outsideTokenScopes(.manageOwnAccount)) {
                try await town.operations.signOutEverywhere(bearer.actor)
            }
            // It is no session.
            #expect(try await town.operations.signedIn(token: made.token) == nil)
        }
    }

    @Test func `a token that may, makes another that can do no more than itself`() async throws {
        try await AccountTown.use { town in
            let karin = try await town.settle("karin").signedIn.actor
            let made = try await token(town, karin, [.accountWrite, .slotsWrite])
            let bearer = try #require(try await town.operations.bearer(made.token)).actor
            for scope in [TokenScope.write, .read, .participantsRead, .unitsRead] {
                await #expect(throws: Refusal.account(.scopeNotYours(scope))) {
                    try await token(town, bearer, [.slotsRead, scope], name: "Mer")
                }
            }
            let next = try await token(town, bearer, [.slotsRead, .accountWrite], name: "Nästa")
            let after = try #require(try await town.operations.bearer(next.token)).actor
            try await town.operations.revokeToken(after, made.id)
            #expect(try await town.operations.bearer(made.token) == nil)
            #expect(try await town.operations.tokens(after).map(\.id) == [next.id])
        }
    }

    @Test func `a token does what its owner may when it is used`() async throws {
        try await AccountTown.use { town in
            let karin = try await town.settle("karin").signedIn.actor
            let made = try await token(town, karin, [.write])
            try await town.operations.changeUser(
                town.administrator, name: try Code("karin"), to: UserDetails(role: .statistician))
            let bearer = try #require(try await town.operations.bearer(made.token))
            #expect(bearer.actor.role == .statistician)
            await #expect(throws: Refusal.notAllowed(.listParticipants, .statistician)) {
                try await town.operations.participants(bearer.actor)
            }
            try await town.operations.disableUser(town.administrator, name: try Code("karin"))
            #expect(try await town.operations.bearer(made.token) == nil)
            try await town.operations.enableUser(town.administrator, name: try Code("karin"))
            #expect(try await town.operations.bearer(made.token) == nil)
        }
    }

    @Test func `what is out of its owner's reach is no scope to ask for`() async throws {
        try await AccountTown.use { town in
            let karin = try await town.settle("karin").signedIn.actor
            for scope in [TokenScope.usersWrite, .auditRead, .settingsWrite, .protectedRead] {
                await #expect(throws: Refusal.account(.scopeNotYours(scope))) { try await token(town, karin, [scope]) }
            }
            await #expect(throws: Refusal.account(.scopesMissing)) { try await token(town, karin, []) }
            for days in [0, 367, -1] {
                await #expect(throws: Refusal.account(.tokenLife(days: 366))) {
                    try await token(town, karin, [.read], days: days)
                }
            }
            _ = try await token(town, karin, [.read])
            await #expect(throws: Refusal.account(.tokenNameTaken)) { try await token(town, karin, [.read]) }
        }
    }

    @Test func `protected persons need their own scope besides the officer's right`() async throws {
        try await AccountTown.use { town in
            try await town.database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute("UPDATE person SET protected = true")
            }
            let karin = try await town.settle("karin", UserDetails(role: .coordinator, isNamedOfficer: true))
            let everyday = try await token(town, karin.signedIn.actor, [.write], name: "Vardag")
            let named = try await token(town, karin.signedIn.actor, [.write, .protectedRead], name: "Utpekad")
            func look(_ token: NewToken) async throws {
                let actor = try #require(try await town.operations.bearer(token.token)).actor
                _ = try await town.operations.participant(actor, referrer: try Code("AMA"), reference: try Code("K-1"))
            }
            await #expect(throws: Refusal.outsideTokenScopes(.viewProtectedPerson)) { try await look(everyday) }
            try await look(named)
            #expect(
                try await town.log(2) == [
                    "karin participant.view_protected refused outside_token_scopes",
                    "karin participant.view_protected read ",
                ])
        }
    }

    @Test func `it ends on its day, or when it is revoked`() async throws {
        try await AccountTown.use { town in
            let karin = try await town.settle("karin").signedIn.actor
            let lisa = try await town.settle("lisa").signedIn.actor
            let short = try await token(town, karin, [.read], days: 1, name: "Kort")
            let long = try await token(town, karin, [.read], days: 366, name: "Lång")
            #expect(try await town.operations.tokens(karin).map(\.name.rawValue) == ["Kort", "Lång"])
            town.clock.advance(hours: 24)
            #expect(try await town.operations.bearer(short.token) == nil)
            #expect(try await town.operations.bearer(long.token) != nil)
            await #expect(throws: Refusal.noSuch(.token, long.id.description)) {
                try await town.operations.revokeToken(lisa, long.id)
            }
            let shown = try await town.operations.tokens(town.administrator, isEverybodys: true)
            #expect(shown.map(\.account.rawValue) == ["karin"])
            #expect(shown[0].lastUsedAt == town.clock.clock.now())
            try await town.operations.revokeToken(karin, long.id, dryRun: true)
            #expect(try await town.operations.bearer(long.token) != nil)
            try await town.operations.revokeToken(town.administrator, long.id, isEverybodys: true)
            #expect(try await town.operations.bearer(long.token) == nil)
            #expect(try await town.operations.tokens(karin).isEmpty)
            // A revoked one's name is free.
            _ = try await token(town, karin, [.read], name: "Lång")
        }
    }

    @Test func `an account's token is revoked as that account's, and as no other's`() async throws {
        try await AccountTown.use { town in
            let karin = try await town.settle("karin").signedIn.actor
            try await town.settle("lisa")
            let made = try await token(town, karin, [.read])
            for other in ["lisa", "agneta"] {
                await #expect(throws: Refusal.noSuch(.token, made.id.description)) {
                    try await town.operations.revokeToken(town.administrator, made.id, of: try Code(other))
                }
            }
            await #expect(throws: Refusal.noSuch(.user, "ingen")) {
                try await town.operations.revokeToken(town.administrator, made.id, of: try Code("ingen"))
            }
            await #expect(throws: Refusal.notAllowed(.manageUsers, .coordinator)) {
                try await town.operations.revokeToken(karin, made.id, of: try Code("karin"))
            }
            #expect(try await town.operations.bearer(made.token) != nil)
            try await town.operations.revokeToken(town.administrator, made.id, of: try Code("karin"))
            #expect(try await town.operations.bearer(made.token) == nil)
        }
    }

    /// Whoever holds a link is signed in as its account, with rights that no scope of the token names.
    @Test func `a token that manages users lets nobody in, not even its owner`() async throws {
        try await AccountTown.use { town in
            let agneta = try await town.settle("agnes", UserDetails(role: .administrator)).signedIn.actor
            try await town.settle("karin")
            let made = try await token(town, agneta, [.usersWrite])
            let program = try #require(try await town.operations.bearer(made.token)).actor
            for name in ["agnes", "karin", "ingen"] {
                await #expect(throws: Refusal.account(.linkByToken)) {
                    try await town.operations.newLink(program, for: try Code(name))
                }
            }
            for (name, details) in [
                ("ny-1", UserDetails(role: .administrator)),
                ("ny-2", UserDetails(role: .coordinator, isNamedOfficer: true)),
            ] {
                #expect(try await town.operations.addUser(program, name: try Code(name), details) == nil)
                let user = try await town.operations.users(program, name: try Code(name)).first
                #expect(user?.role == details.role && user?.linkExpiresAt == nil)
                _ = try await town.operations.newLink(agneta, for: try Code(name))
            }
        }
    }

    @Test func `a token is made by its owner or at the console, and read by no other municipality`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            let karin = try Code("karin")
            await #expect(throws: Refusal.account(.tokenOfAnother)) {
                try await town.operations.createToken(
                    town.administrator, for: karin, name: try Line("X"), scopes: [.read], days: 1)
            }
            let tried = try await town.operations.createToken(
                town.root, for: karin, name: try Line("X"), scopes: [.read], days: 1, dryRun: true)
            #expect(try await town.operations.bearer(tried.token) == nil)
            let made = try await town.operations.createToken(
                town.root, for: karin, name: try Line("X"), scopes: [.read], days: 1)
            #expect(try await town.operations.bearer(made.token)?.actor.name == "karin")
            #expect(try await town.operations.bearer(made.token.replacing("_1485.", with: "_1487.")) == nil)
            #expect(try await town.operations.bearer(String(made.token.dropFirst("praktik_".count))) == nil)
        }
    }

    @Test func `every action has its scopes: read never changes, and what is sensitive is named`() {
        let changing: Set<Action> = [
            .manageUnits, .manageReferrers, .manageSupervisors, .changeSlot, .changeParticipant, .registerSlot,
            .offerSlot, .confirmSlot, .renewSlot, .withdrawSlot, .closeSlot, .registerParticipant,
            .addPlacement, .stepPlacement, .answerPlacement, .runMatch, .decideMatch, .recordOutcome, .importFile,
            .manageCalendar, .deliverReport, .closePeriod, .reopenPeriod, .manageMail, .approveAgreement,
            .changeAgreement, .recordCheck,
            .confirmOutcome, .recordFollowUp, .remind,
        ]
        let named: [Action: TokenScope] = [
            .viewProtectedPerson: .protectedRead, .manageUsers: .usersWrite, .manageSettings: .settingsWrite,
            .readAudit: .auditRead, .manageFaultReports: .settingsWrite, .manageOwnAccount: .accountWrite,
            .manageRetention: .settingsWrite, .runRetention: .settingsWrite,
            .giveVoice: .voiceWrite, .complain: .voiceWrite, .handleComplaint: .voiceWrite,
        ]
        let never: Set<Action> = [
            .reportFault, .signIn, .signOut, .useAccountLink, .usePartyLink, .sendMail, .answerFollowUp,
        ]
        for action in Action.allCases {
            let covering = action.scope.map { Set($0.covering) } ?? []
            if never.contains(action) {
                #expect(covering.isEmpty, "\(action)")
            } else if let scope = named[action] {
                #expect(covering == [scope], "\(action)")
            } else if action == .readSettings || action == .readRetention {
                #expect(covering == [.settingsRead, .settingsWrite])
            } else if action == .readVoice || action == .extractPersonalData {
                #expect(covering == [.voiceRead, .voiceWrite])
            } else {
                #expect(covering.contains(.write), "\(action)")
                #expect(covering.contains(.read) != changing.contains(action), "\(action)")
            }
        }
    }
}

import Domain
import FoundationEssentials
import Operations
import Store
import StrictJSON

/// The account that the token belongs to: its tokens and sign-ins.
enum OwnAccountRoutes {
    private static let group = "Own account"
    static let token = APIParameter("id", Identifier<APIToken>.self, "The token's key.")
    private static let session = APIParameter("id", Identifier<UserSession>.self, "The sign-in's key.")

    private static let name = InputField("name", Line.self, "What the token is for; no two of an account are alike.")
    private static let scopes = InputField(
        "scopes", [TokenScope].self, "What it may be used for: of that, what the token that is used may itself.")
    private static let days = InputField("days", TokenLife.self, "How many days it lasts.")

    private static let new = APISchema.named(
        "NewToken", "A token to be made.", [name.required, scopes.required, days.required])

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/me/account", "readOwnAccount", in: group, "The account that the token belongs to.",
            .manageOwnAccount, [], .ok(Representation.user.schema)
        ) { call in APIResult(.user, try await call.operations.ownAccount(call.actor), call) },
        APIRoute(
            .get, "/me/tokens", "listOwnTokens", in: group, "The account's tokens that still work.", .manageOwnAccount,
            [], .ok(Paging.wholeSchema(.token))
        ) { call in
            // Whoever has no account has no tokens of it; the console's operator may else make some for others.
            try await call.operations.require(.manageOwnAccount, of: call.actor)
            return Paging.answer(.token, whole: try await call.operations.tokens(call.actor), call)
        },
        APIRoute(
            .post, "/me/tokens", "createToken", in: group,
            "Make another token, such as the one that is to follow this. It is shown once.", .manageOwnAccount,
            body: .json(new), .created(Representation.newToken.schema)
        ) { call in
            try await call.operations.require(.manageOwnAccount, of: call.actor)
            let made = try await call.operations.createToken(
                call.actor, name: try call.body(name), scopes: Set(try call.body(scopes)),
                days: try call.body(days).number)
            // The token is a secret: it is shown once, and not kept with the answer.
            var result = APIResult(.newToken, ShownToken(made: made, isShown: false), call)
            result.secretBody = Representation.newToken.bytes(ShownToken(made: made, isShown: true), call.language)
            result.location = "/me/tokens/\(made.id)"
            return result
        },
        APIRoute(
            .delete, "/me/tokens/{id}", "revokeToken", in: group, "Revoke a token of the account, this one too.",
            .manageOwnAccount, of: .token, [token.inPath], .noContent
        ) { call in
            try await call.operations.revokeToken(call.actor, try call(token))
            return APIResult()
        },
        APIRoute(
            .get, "/me/sessions", "listOwnSessions", in: group, "Where the account is signed in, the last used first.",
            .manageOwnAccount, [], .ok(Paging.wholeSchema(.session))
        ) { call in Paging.answer(.session, whole: try await call.operations.ownSessions(call.actor), call) },
        APIRoute(
            .delete, "/me/sessions/{id}", "endOwnSession", in: group, "Sign out in one place.", .manageOwnAccount,
            of: .session, [session.inPath], .noContent
        ) { call in
            try await call.operations.endOwnSession(call.actor, try call(session))
            return APIResult()
        },
        APIRoute(
            .delete, "/me/sessions", "signOutEverywhere", in: group, "Sign out everywhere; tokens go on.",
            .manageOwnAccount, [], .ok(Representation.endedSessions.schema)
        ) { call in APIResult(.endedSessions, try await call.operations.signOutEverywhere(call.actor), call) },
    ]
}

/// Days, up to a leap year's.
struct TokenLife: BoundedNumber {
    static let range = 1...AccountRules.standard.longestTokenLife
    let number: Int
}

/// A token that was just made.
struct ShownToken: Sendable {
    let made: NewToken
    let isShown: Bool
}

extension SignInMeans: APIWord {}

extension Representation<APITokenRecord> {
    static let token = Representation("Token", "A program's token, without its secret.") {
        APIField("id", "Its key.") { $0.id }
        APIField("account", "Whose: an account's name.") { $0.account }
        APIField("name", "What it is for.") { $0.name }
        APIField("scopes", "What it may be used for.") { $0.scopes }
        APIField("created_at", "When it was made.") { $0.createdAt }
        APIField("expires_at", "When it ends.") { $0.expiresAt }
        APIField("last_used_at", "When it was last used, to the minute.") { $0.lastUsedAt }
    }
}

extension Representation<ShownToken> {
    static let newToken = Representation("MadeToken", "A token that was just made.") {
        APIField("id", "Its key.") { $0.made.id }
        APIField("token", "What goes after `Authorization: Bearer`; shown only once.") { shown in
            shown.isShown ? shown.made.token : nil
        }
        APIField("expires_at", "When it ends.") { $0.made.expiresAt }
    }
}

extension Representation<SessionRecord> {
    static let session = Representation("Session", "A place where an account is signed in.") {
        APIField("id", "Its key.") { $0.id }
        APIField("means", "How it was signed in.") { $0.means }
        APIField("created_at", "When.") { $0.createdAt }
        APIField("last_used_at", "When it was last used, to the minute.") { $0.lastUsedAt }
        APIField("expires_at", "When it ends at the latest.") { $0.expiresAt }
    }
}

extension Representation<Int> {
    static let endedSessions = Representation("EndedSessions", "How many sign-ins ended.") {
        APIField("ended", "How many.") { $0 }
    }
}

import Domain
import Operations
import Store
import StrictJSON

/// How accounts come in: sign-ins and tokens, for those who manage users. Links are made by people.
enum UserAccessRoutes {
    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/users/{name}/sessions", "listSessions", in: "Users",
            "Where an account is signed in, the last used first.", .manageUsers, of: .user, [UserRoutes.name.inPath],
            .ok(Paging.wholeSchema(.session))
        ) { call in
            let found = try await call.operations.sessions(call.actor, of: try call(UserRoutes.name))
            return Paging.answer(.session, whole: found, call)
        },
        APIRoute(
            .delete, "/users/{name}/sessions", "endSessions", in: "Users", "Sign an account out everywhere.",
            .manageUsers, of: .user, [UserRoutes.name.inPath], .ok(Representation.endedSessions.schema)
        ) { call in
            let ended = try await call.operations.endSessions(call.actor, of: try call(UserRoutes.name))
            return APIResult(.endedSessions, ended, call)
        },
        APIRoute(
            .get, "/users/{name}/tokens", "listTokens", in: "Users", "An account's tokens that still work.",
            .manageUsers, of: .user, [UserRoutes.name.inPath], .ok(Paging.wholeSchema(.token))
        ) { call in
            let found = try await call.operations.tokens(call.actor, of: try call(UserRoutes.name))
            return Paging.answer(.token, whole: found, call)
        },
        APIRoute(
            .delete, "/users/{name}/tokens/{id}", "revokeTokenOf", in: "Users", "Revoke an account's token.",
            .manageUsers, of: .token, [UserRoutes.name.inPath, OwnAccountRoutes.token.inPath], .noContent
        ) { call in
            try await call.operations.revokeToken(
                call.actor, try call(OwnAccountRoutes.token), of: try call(UserRoutes.name))
            return APIResult()
        },
        APIRoute(
            .get, "/idle-users", "listIdleUsers", in: "Users",
            "Open accounts whose owner has never signed in, by name; at most 200.", .manageUsers,
            [], .ok(Paging.wholeSchema(.idleUser))
        ) { call in Paging.answer(.idleUser, whole: try await call.operations.idleAccounts(call.actor), call) },
    ]
}

extension Representation<IdleAccount> {
    static let idleUser = Representation("IdleUser", "An account whose owner has never signed in.") {
        APIField("name", "Its name.") { $0.name }
        APIField("display_name", "What its owner is called.") { $0.displayName }
        APIField("role", "In what capacity.") { $0.role }
        APIField("invited", "Whether there is a link that still can be used.") { $0.hasInvitation }
    }
}

import Domain
import FoundationEssentials
import Operations

/// Who the token stands for.
enum TokenRoutes {
    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/me", "readMe", in: "Own account", "Who the token stands for, and what it may be used for.", nil,
            [], .ok(me.schema)
        ) { call in APIResult(me, call.actor, call) }
    ]

    private static let me = Representation<Actor>(
        "Me", "Who a token stands for."
    ) {
        APIField("name", "The account's name.") { $0.name }
        APIField("role", "In what capacity.") { $0.role }
        APIField("municipality", "Where.") { $0.municipality }
        APIField("named_officer", "Whether protected persons may be seen.") { $0.isNamedOfficer }
        APIField("scopes", "What the token may be used for.") { actor in
            (actor.scopes ?? []).sorted { $0.rawValue < $1.rawValue }
        }
        APIField("actions", "Everything that may be asked for with it.") { actor in
            Action.allCases.filter { $0.refusal(of: actor) == nil }.map(\.rawValue)
        }
    }
}

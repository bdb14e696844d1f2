import Domain
import Operations
import Store
import StrictJSON

/// What awaits the coordinator.
enum WorklistRoutes {
    private static let limit = APIParameter("limit", WorklistSize.self, "How many of each kind.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/worklist", "readWorklist", in: "Worklist",
            "What awaits somebody's doing, the oldest of each kind. Nothing of protected persons.", .readWorklist,
            [limit.optional(default: 20)], .ok(Representation.worklist.schema)
        ) { call in
            let found = try await call.operations.worklist(call.actor, limit: try call[limit]?.number ?? 20)
            return APIResult(.worklist, found, call)
        },
        APIRoute(
            .get, "/overview", "readOverview", in: "Worklist",
            "What a coordinator begins the day with: the commitment, what awaits, and why places stand free and people wait.",
            .readWorklist, [], .ok(Representation.overview.schema), gathering: [.listSlots, .listParticipants]
        ) { call in APIResult(.overview, try await call.operations.coordinatorStart(call.actor), call) },
    ]
}

struct WorklistSize: BoundedNumber {
    static let range = 1...500
    let number: Int
}

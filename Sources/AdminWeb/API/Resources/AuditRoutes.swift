import Domain
import Operations
import Store

/// The audit log: who did what, and whether it is whole.
enum AuditRoutes {
    private static let id = APIParameter("id", Identifier<AuditEntry>.self, "The entry's key.")
    private static let who = APIParameter("actor", Code.self, "Only what this account did.")
    private static let action = APIParameter("action", Code.self, "Only this action, or those that begin so.")
    private static let entity = APIParameter("entity", Code.self, "Only what was done to this kind of record.")

    private static let outcome = APIParameter("outcome", AuditOutcome.self, "Only what ended so.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/audit", "listAudit", in: "Audit", "Entries, the newest first.", .readAudit,
            [
                who.optional, action.optional, entity.optional, outcome.optional, SlotRoutes.from.optional,
                SlotRoutes.to.optional,
            ]
                + Paging.parameters, .ok(Paging.schema(.auditLine))
        ) { call in
            var filter = AuditFilter()
            filter.actor = try call[who]?.rawValue
            filter.action = try call[action]?.rawValue
            filter.entity = try call[entity]?.rawValue
            if let outcome = try call[outcome] { filter.outcomes = [outcome] }
            filter.from = try call[SlotRoutes.from]
            filter.to = try call[SlotRoutes.to]
            let page = try await call.operations.auditList(call.actor, filter, page: try Paging.request(call))
            return Paging.answer(.auditLine, page, call)
        },
        APIRoute(
            .get, "/audit/{id}", "readAuditEntry", in: "Audit", "One entry with what changed by it.", .readAudit,
            of: .auditEntry, [id.inPath], .ok(Representation.auditDetail.schema)
        ) { call in APIResult(.auditDetail, try await call.operations.auditDetail(call.actor, try call(id)), call) },
        APIRoute(
            .get, "/audit/verification", "verifyAudit", in: "Audit", "Recompute the whole chain.", .readAudit, [],
            .ok(Representation.auditVerdict.schema)
        ) { call in APIResult(.auditVerdict, try await call.operations.verifyAudit(call.actor), call) },
    ]
}

extension AuditOutcome: APIWord {}

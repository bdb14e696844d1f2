import Domain
import Operations
import Store

/// Units, referrers, supervisors and undertakings.
enum RegisterRoutes {
    static let routes: [APIRoute] =
        register("unit", .unit, .listUnits, of: .unit, version: \.version) {
            try await $0.operations.unitList($0.actor, page: $1)
        } read: {
            try await $0.operations.units($0.actor, code: $1)
        }
        + [UnitInput.add, UnitInput.change]
        + register("referrer", .referrer, .listReferrers, of: .referrer, version: \.version) {
            try await $0.operations.referrerList($0.actor, page: $1)
        } read: {
            try await $0.operations.referrers($0.actor, code: $1)
        }
        + [ReferrerInput.add, ReferrerInput.change]
        + register("supervisor", .supervisor, .listSupervisors, of: .supervisor, version: \.version) {
            try await $0.operations.supervisorList($0.actor, page: $1)
        } read: {
            try await $0.operations.supervisors($0.actor, code: $1)
        }
        + [SupervisorInput.add, SupervisorInput.change]
        + register("undertaking", .undertaking, .listUndertakings, of: .undertaking, version: { _ in nil }) {
            try await $0.operations.undertakingList($0.actor, page: $1)
        } read: {
            try await $0.operations.undertakings($0.actor, code: $1)
        }

    /// A list, and one of it.
    private static func register<Record: Sendable>(
        _ word: String, _ representation: Representation<Record>, _ action: Action, of kind: EntityKind,
        version: @escaping @Sendable (Record) -> Version?,
        list: @escaping @Sendable (APICall, PageRequest) async throws -> ListPage<Record>,
        read: @escaping @Sendable (APICall, Code) async throws -> [Record]
    ) -> [APIRoute] {
        let parameter = APIParameter("code", Code.self, "The \(word)'s code.")
        let plural = word + "s"
        let group = plural.prefix(1).uppercased() + plural.dropFirst()
        return [
            APIRoute(
                .get, "/\(plural)", "list\(group)", in: group, "The municipality's \(plural), by code.", action,
                Paging.parameters, .ok(Paging.schema(representation))
            ) { call in
                Paging.answer(representation, try await list(call, try Paging.request(call)), call)
            },
            APIRoute(
                .get, "/\(plural)/{code}", "read\(group.dropLast())", in: group, "One \(word).", action, of: kind,
                [parameter.inPath], .ok(representation.schema)
            ) { call in
                let code = try call(parameter)
                guard let record = try await read(call, code).first else { throw Refusal.noSuch(kind, code.rawValue) }
                return APIResult(representation, record, call, version: version(record))
            },
        ]
    }

    /// A record that was made or changed, with where it is found.
    static func answer<Record>(
        _ representation: Representation<Record>, _ record: Record, _ call: APICall, version: Version,
        at folder: String, _ code: Code
    ) -> APIResult {
        var result = APIResult(representation, record, call, version: version)
        if case .created = call.route.success { result.location = "/\(folder)/" + URLEncoded.encode(code.rawValue) }
        return result
    }
}

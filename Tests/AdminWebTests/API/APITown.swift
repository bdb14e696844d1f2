import Domain
import Operations
import Postgres
import Store
import StrictJSON
import TestSupport

@testable import AdminWeb

/// A small municipality with the API before it; a token is the name of a role, and its scopes after plus signs where it has any.
struct APITown {
    let service: APIService
    let operations: Operations
    let code: MunicipalityCode
    let database: TestDatabase

    static func with(
        limit: Int = 100_000, places: Int = 1, _ body: (APITown) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: places)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-03-02")))
            let service = try await service(operations, town.code, database, limit: limit)
            try await body(
                APITown(service: service, operations: operations, code: town.code, database: database))
            await operations.endJobs()
        }
    }

    static func service(
        _ operations: Operations, _ municipality: MunicipalityCode, _ database: TestDatabase, limit: Int = 100_000
    ) async throws -> APIService {
        let (unit, referrer) = try await database.pool.transaction(for: municipality, by: "test") { connection in
            (try await connection.units(municipality).first?.id, try await connection.referrers(municipality).first?.id)
        }
        return APIService(operations, limits: RateLimits(limit: limit)) { token in
            let words = token.split(separator: "+").map(String.init)
            guard let role = words.first.flatMap(Role.init(rawValue:)) else { return nil }
            let actor = Actor(
                name: role.rawValue, role: role, municipality: municipality, unit: role == .registrar ? unit : nil,
                referrer: role == .referrer ? referrer : nil, isNamedOfficer: role == .coordinator,
                scopes: words.count > 1 ? Set(words.dropFirst().compactMap(TokenScope.init(rawValue:))) : nil)
            return APIBearer(actor: actor, key: token)
        }
    }

    /// Asks one thing; the body as JSON unless another type is said.
    func ask(
        _ method: String, _ path: String, as role: String? = "coordinator", _ body: String? = nil,
        type: String = "application/json", _ headers: [(String, String)] = []
    ) async -> APIAnswer {
        let sides = path.split(separator: "?", maxSplits: 1)
        var all = headers.map { (name: $0.0.lowercased(), value: $0.1) }
        if let role { all.append(("authorization", "Bearer " + role)) }
        if body != nil { all.append(("content-type", type)) }
        all.append(("accept-language", "en"))
        let bytes = Array((body ?? "").utf8)
        return await service.answer(
            APIRequest(
                method: method, path: APIRouter.root + String(sides[0]), query: sides.count > 1 ? String(sides[1]) : "",
                headers: all, address: "192.0.2.1", number: "n"
            ) { limit in bytes.count > limit ? nil : bytes })
    }
}

extension APIAnswer {
    var json: JSON { (try? JSONParser.parse(body)) ?? .null }

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The last part of the problem's type.
    var problem: String? {
        json["type"]?.text.map { String($0.dropFirst("/api#problem-".count)) }
    }

    var pointers: [String] {
        guard case .array(let faults)? = json["errors"] else { return [] }
        return faults.compactMap { $0["pointer"]?.text }
    }
}

extension JSON {
    var elements: [JSON] {
        if case .array(let elements) = self { elements } else { [] }
    }
}

import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import StrictJSON
import TestSupport
import Testing

@testable import AdminWeb

/// The document and the router say the same, and what is answered is as the document has it.
struct APILawTests {
    @Test func `the document has every route, and nothing else`() throws {
        guard case .object(let paths)? = APIDocument().json["paths"] else { throw Missing() }
        var documented: Set<String> = []
        for path in paths {
            guard case .object(let operations) = path.value else { throw Missing() }
            for operation in operations { documented.insert("\(operation.name.uppercased()) \(path.name)") }
        }
        #expect(documented == Set(APITable.routes.map { "\($0.method.rawValue) \($0.path)" }))
        #expect(documented.count == APITable.routes.count, "no route stands twice")
        #expect(Set(APITable.routes.map(\.name)).count == APITable.routes.count)
    }

    @Test func `the router finds every route by its own path`() throws {
        let router = APIRouter(APITable.routes)
        for route in APITable.routes {
            let path = route.segments.map { $0.hasPrefix("{") ? "x-1" : String($0) }.joined(separator: "/")
            guard case .route(let found, let values) = router.find(route.method.rawValue, Substring("/" + path)) else {
                Issue.record("\(route.name)")
                continue
            }
            #expect(found.name == route.name)
            let named = route.parameters.filter { $0.place == .path }.map(\.name)
            #expect(Set(values.keys) == Set(named))
        }
    }

    @Test func `every problem a route names is explained`() {
        for route in APITable.routes {
            for type in route.problems { #expect(ProblemType.all.contains(type)) }
        }
    }

    /// Every route × every role: refused where the table of rights says so, and by no scope but those documented.
    @Test func `every route keeps to the table of rights`() async throws {
        try await APITown.with { (town) async throws -> Void in
            for route in APITable.routes {
                for role in Role.allCases {
                    let answer = await town.ask(
                        route.method.rawValue, Self.address(route, wanting: true), as: role.rawValue,
                        Self.body(route), type: Self.type(route), [("If-Match", "\"0123456789abcdef-0\"")])
                    let isAllowed = route.action.map { $0.roles.contains(role) } ?? true
                    if isAllowed {
                        #expect(answer.json["code"] != "not_allowed", "\(route.name) as \(role): \(answer.text)")
                        #expect(answer.status < 500, "\(route.name) as \(role): \(answer.text)")
                        let token = Self.token(role.rawValue, route)
                        let scoped = await town.ask(
                            route.method.rawValue, Self.address(route, wanting: true), as: token, Self.body(route),
                            type: Self.type(route), [("If-Match", "\"0123456789abcdef-0\"")])
                        #expect(
                            scoped.json["code"] != "outside_token_scopes", "\(route.name) as \(token): \(scoped.text)")
                    } else {
                        #expect(answer.status == 403, "\(route.name) as \(role): \(answer.status) \(answer.text)")
                    }
                }
            }
        }
    }

    /// Something too old is erased; the erasure's code.
    private static func erasure(_ operations: Operations, _ root: Actor) async throws -> String? {
        try await operations.pool.transaction(for: root.municipality, by: "test") { connection in
            _ = try await connection.execute(
                """
                INSERT INTO accessibility_report (municipality, id, problem, reported_at, handled_on)
                VALUES (\(root.municipality), uuid_v7(), 'Gammal', '2020-01-01', '2020-01-02')
                """)
        }
        return try await operations.runRetention(root).code?.rawValue
    }

    /// On a whole example year: what is answered to every reading is of the shape that the document says.
    @Test func `every reading answers in its documented shape`() async throws {
        try await TestDatabase.with { database in
            let town = try MunicipalityCode("1485")
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-03-02")))
            let root = Actor(name: "root", role: .operator, municipality: town)
            try await ExampleTown.load(operations, root, year: 2026)
            let run = try await operations.runMatch(root, MatchParameters(roundStart: try Day("2026-03-02")))
            let next = try await operations.runMatch(
                root, MatchParameters(roundStart: try Day("2026-03-02"), mode: .stable))
            let service = try await APITown.service(operations, town, database)
            let asker = APITown(service: service, operations: operations, code: town, database: database)
            var values = try await Self.values(asker)
            _ = try await operations.closePeriod(root, .tertial(2025, 3))
            (values["period"], values["number"]) = ("2025-T3", "1")
            values["run"] = run.code.rawValue
            values["with"] = next.code.rawValue
            values["participant"] = run.shown.pairs.first?.participant
            values["slot"] = run.shown.pairs.first?.slot.rawValue
            // A token here is the name of a role; where it is also an account's, there are tokens and sign-ins of its own.
            for (name, role) in [("anna", Role.statistician), ("coordinator", .coordinator)] {
                try await operations.addUser(root, name: try Code(name), role: role, unit: nil, referrer: nil)
            }
            try await operations.reportFault(
                Actor(name: "–", role: .visitor, municipality: town), problem: "Knappen går inte att nå.")
            let pair = try #require(run.shown.pairs.last)
            let referral = pair.participant.split(separator: "/").map(String.init)
            _ = try await operations.addPlacement(
                root, referrer: try Code(referral[0]), participant: try Code(referral[1]), slot: pair.slot)
            let message = try await operations.messages(root).first?.id.description
            values["name"] = "anna"
            values["figure"] = "offered"
            let complaint = await asker.ask(
                "POST", "/placements/\(values["placement"] ?? "")/complaints",
                #"{"words":"Buller","on_behalf":"phoned"}"#)
            values["complaint"] = complaint.json["code"]?.text
            values["category"] = "participants"
            values["retentio"] = try await Self.erasure(operations, root)
            values["report"] = try await operations.faultReportList(root).rows.first?.id.description
            for route in APITable.routes where route.method == .get {
                let role = route.action?.roles.contains(.coordinator) ?? true ? "coordinator" : "administrator"
                // There is no job here; the stories have some.
                if route.name == "readJob" { continue }
                if route.subject == .faultReport { values["id"] = values["report"] }
                if route.subject == .message { values["id"] = message }
                let answer = await asker.ask("GET", Self.address(route, values), as: role)
                if case .file(let type) = route.success {
                    // Of what has no document, or where nothing prints, the refusal is a documented one.
                    let isFile = answer.status == 200 && answer.header("Content-Type") == type
                    #expect(isFile || route.problems.contains { $0.status == answer.status }, "\(route.name)")
                    continue
                }
                #expect(answer.status == 200, "\(route.name): \(answer.status) \(answer.text.prefix(300))")
                let token = Self.token(role, route)
                let scoped = await asker.ask("GET", Self.address(route, values), as: token)
                #expect(scoped.status == 200, "\(route.name) as \(token): \(scoped.text.prefix(300))")
                let faults = route.success.schema?.faults(answer.json) ?? []
                #expect(faults.map(\.pointer) == [], "\(route.name): \(faults.first.map { $0.sentence.en } ?? "")")
            }
        }
    }

    private struct Missing: Error {}

    /// A role's token of exactly the scopes that a route documents; of one that has nothing to do with it, where it documents none.
    private static func token(_ role: String, _ route: APIRoute) -> String {
        let scopes = route.scopes.isEmpty ? [.auditRead] : route.scopes
        return ([role] + scopes.map(\.rawValue)).joined(separator: "+")
    }

    /// Codes that are there, by the parameter's name.
    private static func values(_ town: APITown) async throws -> [String: String] {
        func first(_ path: String, _ name: String) async -> String {
            await town.ask("GET", path).json["items"]?.elements.first?[name]?.text ?? "none"
        }
        let usual = await town.ask("POST", "/report-calendar/usual")
        let entry = await town.ask("GET", "/audit?limit=1", as: "administrator").json["items"]?.elements.first
        return [
            "unit": await first("/units", "code"), "slot": await first("/slots?state=offered&from=2026-04-01", "code"),
            "supervisor": await first("/supervisors", "code"), "undertaking": await first("/undertakings", "code"),
            "placement": await first("/placements", "code"), "referrer": await first("/participants", "referrer"),
            "reference": await first("/participants", "reference"), "id": entry?["id"]?.text ?? "none",
            "report-dutie": usual.json["codes"]?.elements.last?.text ?? "none", "year": "2026", "period": "2026-T1",
        ]
    }

    private static func address(_ route: APIRoute, _ values: [String: String] = [:], wanting: Bool = false) -> String {
        let kind = String(route.segments.first?.dropLast() ?? "")
        func value(_ parameter: AnyParameter) -> String {
            if wanting {
                let plainest = parameter.schema.smallest
                return URLEncoded.encode(plainest.text ?? plainest.wholeNumber.map { String($0) } ?? "")
            }
            return URLEncoded.encode(values[parameter.name == "code" ? kind : parameter.name] ?? "none")
        }
        let named = Dictionary(uniqueKeysWithValues: route.parameters.map { ($0.name, value($0)) })
        let path = route.segments.map { part in
            "/" + (part.hasPrefix("{") ? named[String(part.dropFirst().dropLast())] ?? "" : String(part))
        }.joined()
        let query = route.parameters.filter { $0.place == .query && $0.isRequired }.map { "\($0.name)=\(value($0))" }
        return path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private static func type(_ route: APIRoute) -> String {
        if case .csv = route.content { "text/csv" } else { "application/json" }
    }

    /// A body that the schema lets through.
    private static func body(_ route: APIRoute) -> String? {
        switch route.content {
        case .none: return nil
        case .csv: return "code;name;kind\n"
        case .json(let schema):
            var json = JSONWriter()
            json.value(schema.smallest)
            return String(decoding: json.bytes, as: UTF8.self)
        }
    }
}

extension APISchema {
    /// The plainest value of the shape.
    fileprivate var smallest: JSON {
        switch shape {
        case .boolean: false
        case .integer(let range): .integer(range.lowerBound)
        case .number(let range): .number(range?.lowerBound ?? 0)
        case .string(let kind):
            kind.words.first.map(JSON.string)
                ?? .string(Self.plainest[kind.format ?? ""] ?? kind.example ?? "x@y.se")
        case .array(let element, let count): .array(Array(repeating: element.smallest, count: count.lowerBound))
        case .map: [:]
        case .named(_, let schema): schema.smallest
        case .oneOf(let schemas): schemas.first?.smallest ?? .null
        case .object(let properties):
            .object(
                properties.filter(\.isRequired).map { JSON.Member(name: $0.name, value: $0.schema.smallest) })
        }
    }

    private static let plainest = ["date": "2026-03-02", "uuid": "00000000-0000-7000-8000-000000000000"]
}

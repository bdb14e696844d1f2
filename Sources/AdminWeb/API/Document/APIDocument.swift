import Domain
import Operations
import StrictJSON

/// The OpenAPI 3.1 document, written from the routes.
struct APIDocument: Sendable {
    static let path = "/api/openapi.yaml"
    static let contentType = "application/yaml; charset=utf-8"

    let json: JSON

    var yaml: String { YAMLWriter.write(json) }

    init(_ routes: [APIRoute] = APITable.routes) {
        var schemas: [String: JSON] = [:]
        _ = Problem.schema.document(&schemas)
        var paths: [JSON.Member] = []
        for path in routes.map(\.path).uniqued() {
            let operations = routes.filter { $0.path == path }.map { route in
                JSON.Member(name: route.method.rawValue.lowercased(), value: Self.operation(route, &schemas))
            }
            paths.append(JSON.Member(name: path, value: .object(operations)))
        }
        let named = schemas.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: $0.value) }
        json = [
            "openapi": "3.1.0",
            "info": [
                "title": "Praktik", "version": "1", "summary": "Internship placements of a municipality.",
                "description": .string(APIGuide.markdown), "license": ["name": "Proprietary"],
            ],
            "servers": [["url": .string(APIRouter.root)]],
            "tags": .array(routes.map(\.group).uniqued().map { ["name": .string($0)] }),
            "security": [["token": []]],
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer", "description": "An API token, `praktik_…`.",
                    ]
                ],
                "headers": Self.headers,
                "responses": .object(ProblemType.all.map { JSON.Member(name: $0.name, value: Self.response($0)) }),
                "schemas": .object(named),
            ],
        ]
    }

    private static let headers: JSON = [
        "RateLimit-Limit": ["description": "Requests a minute.", "schema": ["type": "integer"]],
        "RateLimit-Remaining": ["description": "Requests left now.", "schema": ["type": "integer"]],
        "RateLimit-Reset": [
            "description": "Seconds until all are there again, or the next one is.", "schema": ["type": "integer"],
        ],
        "ETag": [
            "description": "For If-None-Match, and where a change asks for it If-Match.",
            "schema": ["type": "string"],
        ],
        "Location": ["description": "Where what was made is found.", "schema": ["type": "string"]],
        "Link": ["description": "The next page, rel=next.", "schema": ["type": "string"]],
        "Content-Disposition": ["description": "What the file is called.", "schema": ["type": "string"]],
        "Retry-After": ["description": "Seconds to wait.", "schema": ["type": "integer"]],
        "WWW-Authenticate": ["description": "How to sign in.", "schema": ["type": "string"]],
    ]

    private static func header(_ name: String) -> (String, JSON) {
        (name, ["$ref": .string("#/components/headers/" + name)])
    }

    private static let limits = [
        header("RateLimit-Limit"), header("RateLimit-Remaining"), header("RateLimit-Reset"),
    ]

    private static func object(_ members: [(String, JSON?)]) -> JSON {
        .object(members.compactMap { name, value in value.map { JSON.Member(name: name, value: $0) } })
    }

    private static let problemContent: JSON = [
        "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
    ]

    private static func response(_ type: ProblemType) -> JSON {
        var own = type == .notSignedIn ? limits + [header("WWW-Authenticate")] : limits
        if type == .tooMany || type == .unavailable { own.append(header("Retry-After")) }
        return [
            "description": .string(type.title.en + "."), "headers": object(own), "content": problemContent,
        ]
    }

    private static func operation(_ route: APIRoute, _ schemas: inout [String: JSON]) -> JSON {
        var parameters: [JSON] = []
        for parameter in route.parameters { parameters.append(Self.parameter(parameter, &schemas)) }
        if route.takesIfMatch {
            parameters.append(
                Self.header(
                    "If-Match", "The ETag of the record as it was read.", ["type": "string"],
                    isRequired: route.precondition == .required))
        }
        if route.isChange {
            parameters.append(
                Self.header(
                    "Idempotency-Key", "A key of your own, such as a UUID.",
                    ["type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"], isRequired: false))
        } else {
            parameters.append(
                Self.header("If-None-Match", "The ETag of what you have.", ["type": "string"], isRequired: false))
        }
        var responses: [(String, JSON?)] = [(String(route.success.status), Self.success(route, &schemas))]
        if !route.isChange {
            responses.append(("304", ["description": "It is what you have.", "headers": object(limits)]))
        }
        if case .created = route.success, route.dryRun == .whole {
            responses.append(("200", Self.success(route, &schemas, "What it would come to, in a dry run.")))
        }
        let problems = Dictionary(grouping: route.problems, by: \.status)
        for (status, types) in problems.sorted(by: { $0.key < $1.key }) {
            responses.append((String(status), Self.problem(types)))
        }
        return object([
            ("operationId", .string(route.name)), ("tags", [.string(route.group)]),
            ("summary", .string(route.summary)), ("description", .string(Self.rights(route))),
            ("security", [["token": .array(route.scopes.map { .string($0.rawValue) })]]),
            ("parameters", .array(parameters)), ("requestBody", Self.content(route, &schemas)),
            ("responses", object(responses)),
        ])
    }

    /// Problems of one status: by reference where there is one kind, else named together.
    private static func problem(_ types: [ProblemType]) -> JSON {
        guard types.count > 1, let first = types.first else {
            return ["$ref": .string("#/components/responses/" + (types.first?.name ?? ""))]
        }
        let titles = types.map(\.title.en).uniqued().joined(separator: "; ")
        guard case .object(let members) = response(first) else { return .null }
        return .object(
            members.map { $0.name == "description" ? .init(name: $0.name, value: .string(titles + ".")) : $0 })
    }

    private static func rights(_ route: APIRoute) -> String {
        guard let action = route.action else { return "For every token." }
        let roles = action.roles.map(\.rawValue).sorted().joined(separator: ", ")
        let scopes = route.scopes.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        let needed =
            switch route.scopes.count {
            case 0: ""
            case 1: " Scope \(scopes)."
            default: " Scopes \(scopes), all of them."
            }
        return "For the roles \(roles)." + needed
    }

    private static func parameter(_ parameter: AnyParameter, _ schemas: inout [String: JSON]) -> JSON {
        var schema = parameter.schema
        let text = schema.text
        schema.text = nil
        return .members(
            ("name", .string(parameter.name)), ("in", .string(parameter.place.rawValue)),
            ("required", .bool(parameter.isRequired)), ("description", text.map(JSON.string)),
            ("schema", schema.document(&schemas)))
    }

    private static func header(_ name: String, _ text: String, _ schema: JSON, isRequired: Bool) -> JSON {
        [
            "name": .string(name), "in": "header", "required": .bool(isRequired), "description": .string(text),
            "schema": schema,
        ]
    }

    private static func content(_ route: APIRoute, _ schemas: inout [String: JSON]) -> JSON? {
        switch route.content {
        case .none: nil
        case .csv:
            [
                "required": true, "description": "A CSV file: header row, `;` or `,`, UTF-8 or Windows-1252.",
                "content": ["text/csv": [:]],
            ]
        case .json(let schema):
            ["required": true, "content": ["application/json": ["schema": schema.document(&schemas)]]]
        }
    }

    private static func success(
        _ route: APIRoute, _ schemas: inout [String: JSON], _ description: String? = nil
    ) -> JSON {
        var own = limits
        if !route.isChange { own.append(header("ETag")) }
        if description == nil {
            switch route.success {
            case .created, .accepted: own.append(header("Location"))
            default: break
            }
        }
        if route.parameters.contains(where: { $0.name == Paging.cursor.name }) { own.append(header("Link")) }
        let said: String =
            switch route.success {
            case .ok: "Done, or found."
            case .created: "Made."
            case .accepted: "Begun; the job says how far it has come."
            case .noContent: "Done."
            case .file: "The file."
            }
        if case .file(let type) = route.success {
            own.append(header("Content-Disposition"))
            return .members(
                ("description", .string(said)), ("headers", object(own)),
                ("content", [type: ["schema": ["type": "string", "contentMediaType": .string(type)]]]))
        }
        return .members(
            ("description", .string(description ?? said)), ("headers", object(own)),
            (
                "content",
                route.success.schema.map { ["application/json": ["schema": $0.document(&schemas)]] }
            ))
    }
}

extension Array where Element: Hashable {
    /// Each once, where it first stands.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

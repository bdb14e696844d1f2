import Domain
import Operations

/// The document as a page for people: every route with what it takes, answers and refuses. In English, as the document is.
enum APIPage {
    static let path = "/api"

    static let route = PageRoute.get(path, .anybody) { _ in
        .page(Page(Phrase(sv: "API", en: "API"), content))
    }

    private static let content: HTML = """
        <p class="lead">\(sv: "För andra system. Beskrivningen är på engelska.", en: "For other systems.") \
        <a href="\(APIDocument.path)">OpenAPI 3.1</a></p>
        <div lang="en">
        \(HTML(paragraphs))
        \(HTML(groups))
        <h2>Problems</h2>
        <div class="scroll" role="region" aria-label="Problems" tabindex="0"><table><thead><tr><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
        <tbody>\(HTML(ProblemType.all.map(problem)))</tbody></table></div>
        </div>
        """

    private static var paragraphs: [HTML] {
        APIDocument.introduction.split(separator: "\n\n").map { "<p>\(String($0))</p>" }
    }

    private static var groups: [HTML] {
        var seen: Set<String> = []
        let names = APITable.routes.map(\.group).filter { seen.insert($0).inserted }
        return names.map { name in
            """
            <h2>\(name)</h2>
            \(HTML(APITable.routes.filter { $0.group == name }.map(section)))
            """
        }
    }

    private static func section(_ route: APIRoute) -> HTML {
        """
        <section id="\(route.name)"><h3><code>\(route.method.rawValue) \(APIRouter.root + route.path)</code></h3>
        <p>\(route.summary) \(rights(route))</p>
        \(HTML(route.parameters.map(parameter)).listed)\(body(route))\
        <p>\(String(route.success.status))\(answer(route)). \(refusals(route))</p></section>
        """
    }

    private static func rights(_ route: APIRoute) -> String {
        guard let action = route.action else { return "" }
        let roles = action.roles.map(\.rawValue).sorted().joined(separator: ", ")
        return "Roles: \(roles)." + (action.scope.map { " Scope: \($0.rawValue)." } ?? "")
    }

    private static func parameter(_ parameter: AnyParameter) -> HTML {
        """
        <li><code>\(parameter.name)</code> (\(parameter.place.rawValue)\(parameter.isRequired ? ", required" : "")): \
        \(parameter.schema.text ?? "")\(words(parameter.schema))</li>
        """
    }

    private static func body(_ route: APIRoute) -> HTML {
        switch route.content {
        case .none: return .empty
        case .csv: return "<p>Body: a CSV file.</p>"
        case .json(let schema):
            return """
                <details><summary>Body: \(schema.shownName ?? "JSON")</summary>\(members(schema))</details>
                """
        }
    }

    private static func answer(_ route: APIRoute) -> String {
        route.success.schema?.shownName.map { ": \($0)" } ?? ""
    }

    private static func refusals(_ route: APIRoute) -> String {
        let names = route.problems.map { "\($0.status) \($0.name)" }
        return "Refusals: " + names.joined(separator: ", ") + "."
    }

    private static func members(_ schema: APISchema) -> HTML {
        guard case .named(_, let inner) = schema.shape, case .object(let properties) = inner.shape else {
            return .empty
        }
        return HTML(
            properties.map { property in
                """
                <li><code>\(property.name)</code>\(property.isRequired ? " (required)" : ""): \
                \(property.schema.text ?? "")\(words(property.schema))</li>
                """
            }
        ).listed
    }

    private static func words(_ schema: APISchema) -> String {
        guard case .string(let kind) = schema.shape, !kind.words.isEmpty else { return "" }
        return " One of: " + kind.words.joined(separator: ", ") + "."
    }

    private static func problem(_ type: ProblemType) -> HTML {
        """
        <tr id="problem-\(type.name)"><td><code>\(type.name)</code></td><td class="number">\(String(type.status))</td>\
        <td>\(type.title.en)</td></tr>
        """
    }
}

extension HTML {
    fileprivate var listed: HTML { isEmpty ? .empty : "<ul>\(self)</ul>" }
}

extension APISchema {
    fileprivate var shownName: String? {
        switch shape {
        case .named(let name, _): name
        case .array(let element, _): element.shownName
        default: nil
        }
    }
}

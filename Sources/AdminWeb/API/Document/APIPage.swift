import Domain
import Operations

/// The document as a page for people: how to go about it, in both languages; then every route with what it takes, answers and
/// refuses, in English as the document is.
enum APIPage {
    static let path = "/api"

    static let route = PageRoute.get(path, .anybody) { _ in
        .page(Page(Phrase(sv: "API", en: "API"), content))
    }

    private static let content: HTML = """
        <p class="lead">\(sv: "För andra system: allt som sidorna gör, under ", en: "For other systems: everything the pages do, below ")\
        <code>\(APIRouter.root)</code>. \(sv: "Maskinläsbart: ", en: "For machines: ")\
        <a href="\(APIDocument.path)">OpenAPI 3.1</a>.</p>
        <nav aria-label="\(Phrase(sv: "Innehåll", en: "Contents"))"><ul>\(HTML(contents))</ul></nav>
        \(HTML(APIGuide.sections.map(guide)))
        <h2 id="problems">\(sv: "Vad som kan vara fel", en: "What can be wrong")</h2>
        <div class="scroll" role="region" aria-labelledby="problems" tabindex="0">\
        <table class="data"><thead><tr><th scope="col"><code>type</code></th>\
        <th scope="col" class="number">\(status)</th>\
        <th scope="col">\(means)</th></tr></thead>
        <tbody>\(HTML(ProblemType.all.map(problem)))</tbody></table></div>
        <h2 id="routes">\(sv: "Alla anrop", en: "Every request")</h2>
        <p>\(sv: "Beskrivningen är på engelska, som det maskinläsbara dokumentet.", en: "In English, as the document for machines is.")</p>
        <div lang="en">
        \(HTML(groups.map(section)))
        <h3 id="shapes">Shapes</h3>
        \(APIShapes.html)
        </div>
        """

    // MARK: How to go about it

    private static var contents: [HTML] {
        let parts = APIGuide.sections.map { (key: $0.key, title: $0.title) }
        let rest = [
            (key: "problems", title: Phrase(sv: "Vad som kan vara fel", en: "What can be wrong")),
            (key: "routes", title: Phrase(sv: "Alla anrop", en: "Every request")),
        ]
        let requests = groups.map { "<li><a href=\"#group-\(slug($0))\" lang=\"en\">\($0)</a></li>" as HTML }
        return (parts + rest).map { part in
            """
            <li><a href="#\(part.key)">\(part.title)</a>\(HTML(requests).listed, if: part.key == "routes")</li>
            """
        }
    }

    private static func guide(_ section: APIGuide) -> HTML {
        let example: HTML = section.example.map { "<pre tabindex=\"0\"><code>\($0)</code></pre>" } ?? .empty
        return """
            <h2 id="\(section.key)">\(section.title)</h2>
            \(HTML(section.paragraphs.map { "<p>\(marked($0))</p>" }))\(example)
            """
    }

    /// A text with what stands between backquotes as code, which is the same in both languages.
    private static func marked(_ text: Phrase) -> HTML {
        let (swedish, english) = (parts(text.sv), parts(text.en))
        return HTML(
            zip(swedish, english).enumerated().map { place, part in
                place % 2 == 1 ? "<code>\(part.1)</code>" : "\(Phrase(sv: part.0, en: part.1))"
            })
    }

    static func parts(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    }

    private static let status = Phrase(sv: "Status", en: "Status")
    private static let means = Phrase(sv: "Betyder", en: "Means")

    private static func problem(_ type: ProblemType) -> HTML {
        """
        <tr id="problem-\(type.name)"><th scope="row"><code>\(type.name)</code></th>\
        \(HTML.cell(status, "\(String(type.status))", isNumber: true))\(HTML.cell(means, "\(type.title)"))</tr>
        """
    }

    // MARK: Routes

    private static var groups: [String] {
        var seen: Set<String> = []
        return APITable.routes.map(\.group).filter { seen.insert($0).inserted }
    }

    private static func slug(_ group: String) -> String { group.lowercased().replacing(" ", with: "-") }

    private static func section(_ name: String) -> HTML {
        """
        <h3 id="group-\(slug(name))">\(name)</h3>
        \(HTML(APITable.routes.filter { $0.group == name }.map(section)))
        """
    }

    private static func section(_ route: APIRoute) -> HTML {
        let notes = route.parameters.map(parameter) + headers(route) + body(route) + [answer(route)]
        return """
            <section id="\(route.name)"><h4><code>\(route.method.rawValue) \(route.path)</code></h4>
            <p>\(route.summary) \(rights(route))</p>
            \(HTML(notes).listed)
            <p class="muted">\(refusals(route))</p></section>
            """
    }

    private static func rights(_ route: APIRoute) -> HTML {
        guard let action = route.action else { return "For every token." }
        let roles = action.roles.map(\.rawValue).sorted().joined(separator: ", ")
        return "Roles: \(roles). \(scopes(route))"
    }

    private static func scopes(_ route: APIRoute) -> HTML {
        let names = route.scopes.map { scope -> HTML in "<code>\(scope.rawValue)</code>" }
        if names.isEmpty { return .empty }
        return "\(names.count == 1 ? "Scope" : "Scopes, all of them"): \(HTML(names, separator: ", "))."
    }

    private static func parameter(_ parameter: AnyParameter) -> HTML {
        """
        <li><code>\(parameter.name)</code> (\(parameter.place.rawValue)\(parameter.isRequired ? ", required" : "")): \
        \(parameter.schema.text ?? "") \(APIShapes.type(parameter.schema))</li>
        """
    }

    private static func headers(_ route: APIRoute) -> [HTML] {
        guard route.takesIfMatch else { return [] }
        let isRequired = route.precondition == .required
        return ["<li><code>If-Match</code> (header\(isRequired ? ", required" : "")): the record's ETag.</li>"]
    }

    private static func body(_ route: APIRoute) -> [HTML] {
        switch route.content {
        case .none: []
        case .csv: ["<li>Body: a CSV file, <code>text/csv</code>.</li>"]
        case .json(let schema): ["<li>Body: \(APIShapes.type(schema))</li>"]
        }
    }

    private static func answer(_ route: APIRoute) -> HTML {
        let type = route.success.schema.map { ": \(APIShapes.type($0))" as HTML } ?? "."
        return "<li>Answer \(String(route.success.status))\(type)</li>"
    }

    private static func refusals(_ route: APIRoute) -> HTML {
        let names = route.problems.map { "<a href=\"#problem-\($0.name)\">\(String($0.status)) \($0.name)</a>" as HTML }
        return "Refusals: \(HTML(names, separator: ", "))."
    }
}

extension HTML {
    fileprivate var listed: HTML { isEmpty ? .empty : "<ul>\(self)</ul>" }
}

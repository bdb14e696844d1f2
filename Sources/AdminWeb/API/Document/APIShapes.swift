import StrictJSON

/// The shapes of bodies and answers, each once under its name.
enum APIShapes {
    static var html: HTML {
        HTML(
            named.map { name, schema in
                """
                <section id="shape-\(name)"><h4>\(name)</h4>
                <p>\(schema.text ?? "")</p><ul>\(HTML(members(schema)))</ul></section>
                """
            })
    }

    /// What a value is, in few words; a shape with a name is a link to it.
    static func type(_ schema: APISchema) -> HTML {
        let isNullable: HTML = schema.isNullable ? " or null" : ""
        let preset: HTML = schema.preset.map { ", else \(written($0))" } ?? .empty
        return "<span class=\"muted\">\(shape(schema))\(isNullable)\(preset).</span>"
    }

    private static func shape(_ schema: APISchema) -> HTML {
        switch schema.shape {
        case .boolean: "true or false"
        case .integer(let range) where range.lowerBound == .min: "a whole number"
        case .integer(let range) where range.upperBound == .max: "a whole number from \(String(range.lowerBound))"
        case .integer(let range): "a whole number, \(String(range.lowerBound))–\(String(range.upperBound))"
        case .number: "a number"
        case .string(let text): string(text)
        case .array(let element, _): "list of: \(shape(element))"
        case .map(let element): "by name: \(shape(element))"
        case .object: "an object"
        case .named(let name, _): "<a href=\"#shape-\(name)\">\(name)</a>"
        case .oneOf(let schemas): HTML(schemas.map(shape), separator: " or ")
        }
    }

    private static func string(_ text: APIText) -> HTML {
        if !text.words.isEmpty { return HTML(text.words.map { "<code>\($0)</code>" }, separator: ", ") }
        if let format = text.format { return "\(format)\(text.example.map { " such as \($0)" } ?? "")" }
        guard let length = text.length else { return "text" }
        let count = length.lowerBound == length.upperBound ? "" : "\(length.lowerBound)–"
        return "text of \(count)\(String(length.upperBound)) characters\(text.example.map { ", such as \($0)" } ?? "")"
    }

    private static func written(_ json: JSON) -> String {
        var writer = JSONWriter()
        writer.value(json)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func members(_ schema: APISchema) -> [HTML] {
        guard case .object(let properties) = schema.shape else { return [] }
        return properties.map { property in
            """
            <li><code>\(property.name)</code>\(property.isRequired ? "" : " (may be left out)"): \
            \(property.schema.text ?? "") \(type(property.schema))</li>
            """
        }
    }

    /// Every shape with a name, by it.
    private static var named: [(String, APISchema)] {
        var found: [String: APISchema] = [:]
        func walk(_ schema: APISchema) {
            switch schema.shape {
            case .named(let name, let inner):
                guard found[name] == nil else { return }
                found[name] = inner
                walk(inner)
            case .array(let element, _), .map(let element): walk(element)
            case .object(let properties): for property in properties { walk(property.schema) }
            case .oneOf(let schemas): for one in schemas { walk(one) }
            case .boolean, .integer, .number, .string: return
            }
        }
        walk(Problem.schema)
        for route in APITable.routes {
            if case .json(let schema) = route.content { walk(schema) }
            if let schema = route.success.schema { walk(schema) }
        }
        return found.sorted { $0.key < $1.key }
    }
}

import StrictJSON

extension APISchema {
    /// The schema as the document has it; what has a name is referred to, and put among `named`.
    func document(_ named: inout [String: JSON]) -> JSON {
        var keys: [(String, JSON?)] = []
        var type: String?
        switch shape {
        case .named(let name, let schema):
            if named[name] == nil {
                // In its place at once, so that a schema within itself ends.
                named[name] = .null
                named[name] = schema.document(&named)
            }
            let reference: JSON = ["$ref": .string("#/components/schemas/" + name)]
            guard isNullable else {
                return text.map { .members(("$ref", reference["$ref"]), ("description", .string($0))) } ?? reference
            }
            return .members(("description", text.map(JSON.string)), ("oneOf", [reference, ["type": "null"]]))
        case .oneOf(let schemas):
            let list = schemas.map { $0.document(&named) } + (isNullable ? [["type": "null"]] : [])
            return .members(("description", text.map(JSON.string)), ("oneOf", .array(list)))
        case .boolean: type = "boolean"
        case .integer(let range):
            type = "integer"
            keys = [
                ("minimum", range.lowerBound == Int.min ? nil : .integer(range.lowerBound)),
                ("maximum", range.upperBound == Int.max ? nil : .integer(range.upperBound)),
            ]
        case .number(let range):
            type = "number"
            keys = [
                ("minimum", range.map { .number($0.lowerBound) }), ("maximum", range.map { .number($0.upperBound) }),
            ]
        case .string(let kind):
            type = "string"
            keys = kind.document(isNullable)
        case .array(let element, let count):
            type = "array"
            keys = [
                ("items", element.document(&named)),
                ("minItems", count.lowerBound > 0 ? .integer(count.lowerBound) : nil),
                ("maxItems", count.upperBound < 1_000_000 ? .integer(count.upperBound) : nil),
            ]
        case .map(let element):
            type = "object"
            keys = [("additionalProperties", element.document(&named))]
        case .object(let properties):
            type = "object"
            let required = properties.filter(\.isRequired).map { JSON.string($0.name) }
            let members = properties.map { JSON.Member(name: $0.name, value: $0.schema.document(&named)) }
            keys = [
                ("properties", .object(members)), ("required", required.isEmpty ? nil : .array(required)),
                ("additionalProperties", .bool(false)),
            ]
        }
        let types = type.map { isNullable ? .array([.string($0), "null"]) : JSON.string($0) }
        let all = [("type", types), ("description", text.map(JSON.string))] + keys + [("default", preset)]
        return .object(all.compactMap { name, value in value.map { JSON.Member(name: name, value: $0) } })
    }
}

extension APIText {
    fileprivate func document(_ isNullable: Bool) -> [(String, JSON?)] {
        let choices = words.map(JSON.string) + (isNullable ? [.null] : [])
        return [
            ("enum", words.isEmpty ? nil : .array(choices)), ("format", format.map(JSON.string)),
            ("pattern", pattern.map(JSON.string)), ("minLength", length.map { .integer($0.lowerBound) }),
            ("maxLength", length.map { .integer($0.upperBound) }),
            ("examples", example.map { .array([.string($0)]) }),
        ]
    }
}

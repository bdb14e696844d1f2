import StrictJSON

/// The shape of a JSON value: what the document says of it (JSON Schema 2020-12) and what a request is held to.
struct APISchema: Sendable {
    indirect enum Shape: Sendable {
        case boolean
        case integer(ClosedRange<Int>)
        case number(ClosedRange<Double>?)
        case string(APIText)
        case array(APISchema, ClosedRange<Int>)
        case object([APIProperty])
        /// Any names, values of one shape.
        case map(APISchema)
        /// Stands under its name in the document, once.
        case named(String, APISchema)
        case oneOf([APISchema])
    }

    var shape: Shape
    var isNullable = false
    var text: String?
    /// What stands in where it is left out.
    var preset: JSON?

    init(_ shape: Shape, _ text: String? = nil) {
        self.shape = shape
        self.text = text
    }

    static let boolean = APISchema(.boolean)
    static let number = APISchema(.number(nil))
    static let text = APISchema(.string(.anything))

    static func integer(_ range: ClosedRange<Int>) -> APISchema { APISchema(.integer(range)) }

    static func words(_ words: [String]) -> APISchema { APISchema(.string(APIText(words: words))) }

    static func list(_ element: APISchema, _ count: ClosedRange<Int> = 0...1_000_000) -> APISchema {
        APISchema(.array(element, count))
    }

    static func object(_ properties: [APIProperty]) -> APISchema { APISchema(.object(properties)) }

    static func map(_ element: APISchema) -> APISchema { APISchema(.map(element)) }

    static func named(_ name: String, _ text: String? = nil, _ properties: [APIProperty]) -> APISchema {
        APISchema(.named(name, APISchema(.object(properties), text)))
    }

    var orNull: APISchema {
        var schema = self
        schema.isNullable = true
        return schema
    }

    func described(_ text: String) -> APISchema {
        var schema = self
        schema.text = text
        return schema
    }

    func defaulting(to preset: JSON?) -> APISchema {
        var schema = self
        schema.preset = preset
        return schema
    }
}

/// A member of an object.
struct APIProperty: Sendable {
    let name: String
    let schema: APISchema
    let isRequired: Bool

    init(_ name: String, _ schema: APISchema, _ text: String? = nil, isRequired: Bool = true) {
        self.name = name
        self.schema = text.map { schema.described($0) } ?? schema
        self.isRequired = isRequired
    }
}

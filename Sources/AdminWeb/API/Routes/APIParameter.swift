import Domain
import Store
import StrictJSON

/// A value that stands in an address or a header.
struct APIParameter<Value: APIInput>: Sendable {
    let name: String
    let text: String

    init(_ name: String, _: Value.Type, _ text: String) {
        self.name = name
        self.text = text
    }

    var inPath: AnyParameter { AnyParameter(name, .path, Value.schema.described(text), isRequired: true) }
    var required: AnyParameter { AnyParameter(name, .query, Value.schema.described(text), isRequired: true) }
    var optional: AnyParameter { AnyParameter(name, .query, Value.schema.described(text), isRequired: false) }

    func optional(default preset: JSON) -> AnyParameter {
        AnyParameter(name, .query, Value.schema.described(text).defaulting(to: preset), isRequired: false)
    }
}

/// A parameter of any type, as a route lists it.
struct AnyParameter: Sendable {
    enum Place: String, Sendable { case path, query }

    let name: String
    let place: Place
    let schema: APISchema
    let isRequired: Bool

    init(_ name: String, _ place: Place, _ schema: APISchema, isRequired: Bool) {
        self.name = name
        self.place = place
        self.schema = schema
        self.isRequired = isRequired
    }

    /// The text of an address as the JSON value that the schema speaks of.
    func json(_ text: String) -> JSON {
        switch schema.shape {
        case .integer: Int(text).flatMap { String($0) == text ? .integer($0) : nil } ?? .string(text)
        case .boolean: text == "true" ? .bool(true) : text == "false" ? .bool(false) : .string(text)
        default: .string(text)
        }
    }
}

/// How many records a page holds.
struct PageSize: BoundedNumber {
    static let range = PageRequest.sizes
    static let standard = 50
    let number: Int
}

/// A year of the calendar.
struct Year: BoundedNumber {
    static let range = 1...9999
    let number: Int
}

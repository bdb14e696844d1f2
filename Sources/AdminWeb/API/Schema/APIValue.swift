import Domain
import FoundationEssentials
import StrictJSON

/// A value that stands in the API's JSON: its shape and how it is written, in one place so that they agree.
protocol APIValue: Sendable {
    static var schema: APISchema { get }
    func write(to json: inout JSONWriter)
}

/// A value that requests hold too.
protocol APIInput: APIValue {
    /// Reads what ``schema`` has let through.
    init(api json: JSON) throws(ValueError)
}

extension Bool: APIInput {
    static var schema: APISchema { .boolean }
    func write(to json: inout JSONWriter) { json.bool(self) }
    init(api json: JSON) throws(ValueError) { self = json == .bool(true) }
}

/// A whole number of an answer; a request's has bounds of its own.
extension Int: APIValue {
    static var schema: APISchema { .integer(Int.min...Int.max) }
    func write(to json: inout JSONWriter) { json.integer(self) }
}

extension Double: APIValue {
    static var schema: APISchema { .number }
    func write(to json: inout JSONWriter) { json.number(self) }
}

/// A text of an answer; a request's is a `Line`, `Code` or the like.
extension String: APIValue {
    static var schema: APISchema { .text }
    func write(to json: inout JSONWriter) { json.string(self) }
}

/// A sentence, in the reader's language.
extension Phrase: APIValue {
    static var schema: APISchema { .text }
    func write(to json: inout JSONWriter) { json.string(self[json.language]) }
}

extension Date: APIValue {
    static var schema: APISchema { APISchema(.string(APIText(format: "date-time"))) }
    func write(to json: inout JSONWriter) { json.string(formatted(.iso8601)) }
}

extension Identifier: APIInput {
    static var schema: APISchema {
        APISchema(
            .string(
                APIText(format: "uuid") { (text) throws(ValueError) in
                    if UUID(uuidString: text) == nil { throw .code }
                }))
    }
    func write(to json: inout JSONWriter) { json.string(description) }
    init(api json: JSON) throws(ValueError) {
        guard let id = json.text.flatMap(UUID.init(uuidString:)) else { throw .code }
        self.init(id)
    }
}

extension Optional: APIValue where Wrapped: APIValue {
    static var schema: APISchema { Wrapped.schema.orNull }
    func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.null() }
    }
}

extension Optional: APIInput where Wrapped: APIInput {
    init(api json: JSON) throws(ValueError) { self = json == .null ? nil : try Wrapped(api: json) }
}

extension Array: APIValue where Element: APIValue {
    static var schema: APISchema { .list(Element.schema) }
    func write(to json: inout JSONWriter) { json.array(self) { $0.write(to: &$1) } }
}

extension Array: APIInput where Element: APIInput {
    init(api json: JSON) throws(ValueError) {
        guard case .array(let elements) = json else { throw .line }
        self = []
        for element in elements { append(try Element(api: element)) }
    }
}

/// A domain value that is written as its own text.
protocol APITextValue: APIInput, CustomStringConvertible {
    static var text: APIText { get }
    init(_ text: String) throws(ValueError)
}

extension APITextValue {
    static var schema: APISchema { APISchema(.string(text)) }
    func write(to json: inout JSONWriter) { json.string(description) }
    init(api json: JSON) throws(ValueError) {
        guard let text = json.text else { throw .line }
        try self.init(text)
    }
}

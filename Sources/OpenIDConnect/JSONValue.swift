import StrictJSON

/// JSON as it was written, read strictly: a name twice in an object is a fault, since two readers could choose differently.
enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// As a double, since that is all that JSON promises.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// What is wrong with a text.
    enum Fault: Error {
        case malformed
        case duplicateName
    }

    init(_ bytes: [UInt8]) throws(Fault) {
        do {
            self.init(try JSONParser.parse(bytes))
        } catch {
            throw error.cause == .duplicate ? .duplicateName : .malformed
        }
    }

    private init(_ json: JSON) {
        self =
            switch json {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let number): .number(Double(number))
            case .number(let number): .number(number)
            case .string(let text): .string(text)
            case .array(let elements): .array(elements.map(JSONValue.init))
            // No name stands twice: the parser refuses it.
            case .object(let members):
                .object(Dictionary(members.map { ($0.name, JSONValue($0.value)) }, uniquingKeysWith: { $1 }))
            }
    }

    subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// All of them, when it is an array with nothing but strings.
    var strings: [String]? {
        guard let array else { return nil }
        let strings = array.compactMap(\.string)
        return strings.count == array.count ? strings : nil
    }
}

import Domain
import StrictJSON

/// A member of a request's body.
struct InputField<Value: APIInput>: Sendable {
    let name: String
    let text: String

    init(_ name: String, _: Value.Type, _ text: String) {
        self.name = name
        self.text = text
    }

    var required: APIProperty { APIProperty(name, Value.schema, text) }

    /// May be left out, or null.
    var optional: APIProperty { APIProperty(name, Value.schema.orNull, text, isRequired: false) }

    func optional(default preset: JSON) -> APIProperty {
        APIProperty(name, Value.schema.defaulting(to: preset), text, isRequired: false)
    }
}

/// A body that its schema has let through.
struct RequestBody: Sendable {
    let json: JSON

    /// A value that the schema requires.
    func callAsFunction<Value: APIInput>(_ field: InputField<Value>) throws -> Value {
        guard let value = try self[field] else {
            throw Problem.invalid([APIFault(pointer: "/" + field.name, sentence: ValueError.line.phrase)])
        }
        return value
    }

    /// A value that may be left out.
    subscript<Value: APIInput>(_ field: InputField<Value>) -> Value? {
        get throws {
            guard let member = json[field.name], member != .null else { return nil }
            do {
                return try Value(api: member)
            } catch {
                throw Problem.invalid([APIFault(pointer: "/" + field.name, sentence: error.phrase)])
            }
        }
    }
}

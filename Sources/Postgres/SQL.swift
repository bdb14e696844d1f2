/// A statement whose values travel apart from its text, so that no value can be read as SQL.
///
/// ```swift
/// let wanted: SQL = "WHERE municipality = \(municipality)"
/// try await connection.query("SELECT id FROM slot \(wanted) AND places > \(places) ORDER BY \(raw: "code")")
/// ```
///
/// `\(value)` becomes the next of `$1`, `$2` …; `\(fragment)` of another `SQL` brings its values along; raw text can only
/// be a literal of the source code.
public struct SQL: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The text, with a NUL where a parameter stands: numbers come when it is prepared, so that fragments compose by
    /// mere appending. PostgreSQL's text cannot hold a NUL itself.
    private(set) var template: String
    private(set) var parameters: [PostgresValue]

    public init(stringLiteral text: StaticString) {
        template = text.description
        parameters = []
    }

    public init(stringInterpolation interpolation: StringInterpolation) {
        template = interpolation.template
        parameters = interpolation.parameters
    }

    private init(template: String, parameters: [PostgresValue]) {
        self.template = template
        self.parameters = parameters
    }

    /// The fragments in order with `separator` between them, such as conditions with `" AND "`.
    public static func joined(_ fragments: some Sequence<SQL>, by separator: StaticString) -> SQL {
        var whole = SQL(template: "", parameters: [])
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { whole.template += separator.description }
            whole.template += fragment.template
            whole.parameters += fragment.parameters
        }
        return whole
    }

    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(template: left.template + right.template, parameters: left.parameters + right.parameters)
    }

    /// The text with its numbered parameters; never their values.
    public var description: String { Self.numbered(template) }

    static func numbered(_ template: String) -> String {
        var text = ""
        var count = 0
        for scalar in template.unicodeScalars {
            if scalar == "\0" {
                count += 1
                text += "$\(count)"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var template: String
        var parameters: [PostgresValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            template = ""
            template.reserveCapacity(literalCapacity + interpolationCount)
            parameters.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { template += String(decoding: $0, as: UTF8.self) }
        }

        /// Binds the value as the next parameter.
        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            template.unicodeScalars.append("\0")
            parameters.append(value.postgresValue)
        }

        /// Binds the value, or NULL, as the next parameter.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            appendInterpolation(value.postgresValue)
        }

        /// Binds the value as the next parameter.
        public mutating func appendInterpolation(_ value: PostgresValue) {
            template.unicodeScalars.append("\0")
            parameters.append(value)
        }

        /// Puts a part of a statement in place, with its own values.
        public mutating func appendInterpolation(_ fragment: SQL) {
            template += fragment.template
            parameters += fragment.parameters
        }

        /// Puts text of the source code in place as it stands.
        public mutating func appendInterpolation(raw text: StaticString) {
            template += text.description
        }
    }
}

extension String: PostgresCodable {
    public static var postgresType: PostgresType { .text }
    public var postgresValue: PostgresValue { PostgresValue(text: self) }

    /// Reads every type whose binary form is its text, enumerations of the database among them, and `json`/`jsonb`.
    public init(postgres cell: PostgresCell) throws {
        switch cell.type {
        case .text, .varchar, .bpchar, .name, .char, .unknown: break
        case .json, .jsonb:
            self = try JSONText(postgres: cell).rawValue
            return
        default: guard cell.type.isUserDefined else { throw cell.mismatch("String") }
        }
        self = try cell.withBytes { bytes in
            guard let bytes else { throw cell.mismatch("String") }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// JSON as text: sent as `jsonb`, read from `json` and `jsonb`.
public struct JSONText: Sendable, Hashable, PostgresCodable {
    public let rawValue: String

    public init(_ text: String) {
        rawValue = text
    }

    public static var postgresType: PostgresType { .jsonb }

    /// `jsonb` travels as a version (1) and the text.
    public var postgresValue: PostgresValue { PostgresValue(.jsonb, bytes: [1] + Array(rawValue.utf8)) }

    public init(postgres cell: PostgresCell) throws {
        rawValue = try cell.read(.json, .jsonb, as: "JSONText") { bytes in
            guard cell.type == .jsonb else { return String(decoding: bytes, as: UTF8.self) }
            guard bytes.first == 1 else { throw cell.invalid("JSONText") }
            return String(decoding: bytes.dropFirst(), as: UTF8.self)
        }
    }
}

/// A Swift type that can be bound as a parameter.
public protocol PostgresEncodable: Sendable {
    /// The type it is sent as, also when it is NULL or within an array.
    static var postgresType: PostgresType { get }

    /// The value as it travels; of ``postgresType``.
    var postgresValue: PostgresValue { get }
}

/// A Swift type that can be read from a column.
public protocol PostgresDecodable {
    /// Reads a cell. Whatever is thrown reaches the caller as ``PostgresError/decoding(_:)`` with column and call site.
    init(postgres cell: PostgresCell) throws
}

public typealias PostgresCodable = PostgresEncodable & PostgresDecodable

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    public static var postgresType: PostgresType { Wrapped.postgresType }

    public var postgresValue: PostgresValue {
        switch self {
        case .none: .null(Wrapped.postgresType)
        case .some(let value): value.postgresValue
        }
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public init(postgres cell: PostgresCell) throws {
        self = cell.isNull ? nil : try Wrapped(postgres: cell)
    }
}

/// A value of its own that stands for a column's type, such as an enumeration of texts, is sent and read as its raw value.
extension RawRepresentable where Self: PostgresEncodable, RawValue: PostgresEncodable {
    public static var postgresType: PostgresType { RawValue.postgresType }
    public var postgresValue: PostgresValue { rawValue.postgresValue }
}

extension RawRepresentable where Self: PostgresDecodable, RawValue: PostgresDecodable {
    public init(postgres cell: PostgresCell) throws {
        guard let value = Self(rawValue: try RawValue(postgres: cell)) else { throw cell.invalid("\(Self.self)") }
        self = value
    }
}

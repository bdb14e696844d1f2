/// A data type by the number (`oid`) that PostgreSQL knows it by, the same on every server.
public struct PostgresType: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static let bool = PostgresType(rawValue: 16)
    public static let bytea = PostgresType(rawValue: 17)
    public static let char = PostgresType(rawValue: 18)
    public static let name = PostgresType(rawValue: 19)
    public static let int8 = PostgresType(rawValue: 20)
    public static let int2 = PostgresType(rawValue: 21)
    public static let int4 = PostgresType(rawValue: 23)
    public static let text = PostgresType(rawValue: 25)
    public static let oid = PostgresType(rawValue: 26)
    public static let json = PostgresType(rawValue: 114)
    public static let float4 = PostgresType(rawValue: 700)
    public static let float8 = PostgresType(rawValue: 701)
    public static let unknown = PostgresType(rawValue: 705)
    public static let bpchar = PostgresType(rawValue: 1042)
    public static let varchar = PostgresType(rawValue: 1043)
    public static let date = PostgresType(rawValue: 1082)
    public static let time = PostgresType(rawValue: 1083)
    public static let timestamp = PostgresType(rawValue: 1114)
    public static let timestamptz = PostgresType(rawValue: 1184)
    public static let interval = PostgresType(rawValue: 1186)
    public static let numeric = PostgresType(rawValue: 1700)
    public static let uuid = PostgresType(rawValue: 2950)
    public static let jsonb = PostgresType(rawValue: 3802)

    /// The type of arrays of this type; nil when this module does not know it.
    public var array: PostgresType? { Self.arrays[self] }

    /// The type of this array type's elements; nil when this is not an array type, or not known here.
    public var element: PostgresType? { Self.elements[self] }

    /// A type that a database made itself, such as an enumeration or an extension's.
    var isUserDefined: Bool { rawValue >= 16384 }

    public var description: String { Self.names[self] ?? "type \(rawValue)" }

    private static let arrays: [PostgresType: PostgresType] = [
        .bool: 1000, .bytea: 1001, .char: 1002, .name: 1003, .int2: 1005, .int4: 1007, .text: 1009, .bpchar: 1014,
        .varchar: 1015, .int8: 1016, .float4: 1021, .float8: 1022, .oid: 1028, .timestamp: 1115, .date: 1182,
        .time: 1183, .timestamptz: 1185, .interval: 1187, .numeric: 1231, .uuid: 2951, .json: 199, .jsonb: 3807,
    ].mapValues { (oid: UInt32) in PostgresType(rawValue: oid) }

    private static let elements = Dictionary(uniqueKeysWithValues: arrays.map { ($1, $0) })

    private static let names: [PostgresType: String] = {
        let plain: [PostgresType: String] = [
            .bool: "bool", .bytea: "bytea", .char: "char", .name: "name", .int8: "int8", .int2: "int2", .int4: "int4",
            .text: "text", .oid: "oid", .json: "json", .float4: "float4", .float8: "float8", .unknown: "unknown",
            .bpchar: "bpchar", .varchar: "varchar", .date: "date", .time: "time", .timestamp: "timestamp",
            .timestamptz: "timestamptz", .interval: "interval", .numeric: "numeric", .uuid: "uuid", .jsonb: "jsonb",
        ]
        var all = plain
        for (element, array) in arrays { all[array] = plain[element].map { $0 + "[]" } }
        return all
    }()
}

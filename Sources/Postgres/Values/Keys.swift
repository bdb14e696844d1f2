public import FoundationEssentials

extension UUID: PostgresCodable {
    public static var postgresType: PostgresType { .uuid }

    public var postgresValue: PostgresValue {
        withUnsafeBytes(of: uuid) { bytes in
            PostgresValue(
                .uuid, high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    public init(postgres cell: PostgresCell) throws {
        self = try cell.read(.uuid, as: "UUID") { bytes in
            guard bytes.count == 16 else { throw cell.invalid("UUID") }
            return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
        }
    }
}
extension UUID: PostgresArrayElement {}

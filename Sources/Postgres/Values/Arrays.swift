/// `[UInt8]` is `bytea`; an array of anything else that has an array type is a one-dimensional array of it.
extension Array: PostgresEncodable where Element: PostgresArrayElement & PostgresEncodable {
    public static var postgresType: PostgresType { Element.arrayType }
    public var postgresValue: PostgresValue { Element.encode(self) }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement & PostgresDecodable {
    public init(postgres cell: PostgresCell) throws { self = try Element.decode(cell) }
}

/// What can stand in an array. Conforming needs nothing but the name of the protocol.
public protocol PostgresArrayElement: Sendable {
    /// The type of an array of these.
    static var arrayType: PostgresType { get }
    static func encode(_ elements: [Self]) -> PostgresValue
    static func decode(_ cell: PostgresCell) throws -> [Self]
}

extension PostgresArrayElement where Self: PostgresCodable {
    public static var arrayType: PostgresType { postgresType.array ?? .unknown }

    /// Dimensions, whether NULLs may be within, element type; length and lower bound (1); each element with its length.
    public static func encode(_ elements: [Self]) -> PostgresValue {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + elements.count * 12)
        bytes.append(bigEndian: elements.isEmpty ? 0 : 1, count: 4)
        bytes.append(bigEndian: 1, count: 4)
        bytes.append(bigEndian: UInt64(postgresType.rawValue), count: 4)
        guard !elements.isEmpty else { return PostgresValue(arrayType, bytes: bytes) }
        bytes.append(bigEndian: UInt64(elements.count), count: 4)
        bytes.append(bigEndian: 1, count: 4)
        for element in elements {
            let value = element.postgresValue
            let start = bytes.count
            bytes.append(bigEndian: UInt64(bitPattern: -1), count: 4)
            guard !value.isNull else { continue }
            value.append(to: &bytes)
            let length = UInt32(bytes.count - start - 4)
            for offset in 0..<4 { bytes[start + offset] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * offset)) }
        }
        return PostgresValue(arrayType, bytes: bytes)
    }

    public static func decode(_ cell: PostgresCell) throws -> [Self] {
        guard let elementType = cell.type.element ?? (cell.type.isUserDefined ? .unknown : nil) else {
            throw cell.mismatch("[\(Self.self)]")
        }
        return try cell.withBytes { bytes in
            guard let bytes else { throw cell.mismatch("[\(Self.self)]") }
            var reader = ArrayReader(bytes: bytes, cell: cell)
            let dimensions = try reader.number()
            _ = try reader.number()
            let sent = PostgresType(rawValue: UInt32(bitPattern: try reader.number()))
            guard dimensions > 0 else { return [] }
            let count = try reader.number()
            _ = try reader.number()
            guard dimensions == 1, count >= 0 else { throw cell.invalid("[\(Self.self)]") }
            var elements: [Self] = []
            elements.reserveCapacity(Int(count))
            for _ in 0..<count {
                let part = try reader.element()
                elements.append(
                    try Self(postgres: cell.part(type: elementType == .unknown ? sent : elementType, bytes: part)))
            }
            return elements
        }
    }
}

private struct ArrayReader {
    let bytes: UnsafeRawBufferPointer
    let cell: PostgresCell
    var position = 0

    mutating func number() throws -> Int32 {
        guard position + 4 <= bytes.count else { throw cell.invalid("array") }
        defer { position += 4 }
        return Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int32.self))
    }

    mutating func element() throws -> UnsafeRawBufferPointer? {
        let length = Int(try number())
        guard length >= 0 else { return nil }
        guard position + length <= bytes.count else { throw cell.invalid("array") }
        defer { position += length }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
    }
}

extension Bool: PostgresArrayElement {}
extension Int16: PostgresArrayElement {}
extension Int32: PostgresArrayElement {}
extension Int64: PostgresArrayElement {}
extension Int: PostgresArrayElement {}
extension Double: PostgresArrayElement {}
extension String: PostgresArrayElement {}
extension JSONText: PostgresArrayElement {}
extension Optional: PostgresArrayElement where Wrapped: PostgresCodable & PostgresArrayElement {}
extension Array: PostgresArrayElement where Element == UInt8 {}

/// A byte has no type of its own in PostgreSQL: an array of bytes is one `bytea`.
extension UInt8: PostgresArrayElement, PostgresCodable {
    public static var postgresType: PostgresType { .char }
    public var postgresValue: PostgresValue { PostgresValue(.char, number: self) }
    public init(postgres cell: PostgresCell) throws { self = try cell.number(.char, as: "UInt8") }

    public static var arrayType: PostgresType { .bytea }
    public static func encode(_ elements: [UInt8]) -> PostgresValue { PostgresValue(.bytea, bytes: elements) }
    public static func decode(_ cell: PostgresCell) throws -> [UInt8] {
        try cell.read(.bytea, as: "[UInt8]") { Array($0) }
    }
}

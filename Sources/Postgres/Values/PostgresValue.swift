/// A parameter as it travels: its type, and its bytes in PostgreSQL's binary form, or NULL.
public struct PostgresValue: Sendable {
    public let type: PostgresType
    let payload: Payload

    /// Numbers and UUIDs stand in the value itself, so that binding them allocates nothing.
    enum Payload: Sendable {
        case null
        /// The lowest `count` (at most 8) bytes, highest first on the wire.
        case word(UInt64, count: Int)
        /// Sixteen bytes, the first half's highest first on the wire.
        case words(UInt64, UInt64)
        case text(String)
        case bytes([UInt8])
    }

    private init(type: PostgresType, payload: Payload) {
        self.type = type
        self.payload = payload
    }

    /// NULL of a type.
    public static func null(_ type: PostgresType) -> PostgresValue {
        PostgresValue(type: type, payload: .null)
    }

    /// A whole number, or anything that travels as one: highest byte first, as wide as `Number`.
    public init(_ type: PostgresType, number: some FixedWidthInteger) {
        let count = number.bitWidth / 8
        self.init(type: type, payload: .word(UInt64(truncatingIfNeeded: number), count: count))
    }

    /// Sixteen bytes, given as two numbers, highest byte first.
    public init(_ type: PostgresType, high: UInt64, low: UInt64) {
        self.init(type: type, payload: .words(high, low))
    }

    /// A text; for every type whose binary form is its text.
    public init(_ type: PostgresType = .text, text: String) {
        self.init(type: type, payload: .text(text))
    }

    /// The binary form as the server's documentation or source has it.
    public init(_ type: PostgresType, bytes: [UInt8]) {
        self.init(type: type, payload: .bytes(bytes))
    }

    /// Whether it is NULL.
    public var isNull: Bool {
        if case .null = payload { true } else { false }
    }

    /// Appends the binary form; nothing for NULL.
    func append(to buffer: inout [UInt8]) {
        switch payload {
        case .null: break
        case .word(let word, let count): buffer.append(bigEndian: word, count: count)
        case .words(let high, let low):
            buffer.append(bigEndian: high, count: 8)
            buffer.append(bigEndian: low, count: 8)
        case .text(let text): buffer.append(contentsOf: text.utf8)
        case .bytes(let bytes): buffer.append(contentsOf: bytes)
        }
    }
}

extension [UInt8] {
    /// Appends the lowest `count` bytes of `word`, highest first.
    mutating func append(bigEndian word: UInt64, count: Int) {
        var shift = count * 8
        while shift > 0 {
            shift -= 8
            append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
        }
    }
}

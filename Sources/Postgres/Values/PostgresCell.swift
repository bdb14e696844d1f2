/// One column of one row, undecoded.
///
/// It keeps the answer it lies in alive, and nothing is copied until somebody decodes.
public struct PostgresCell {
    /// The column's type; for an array's element that of the element.
    public let type: PostgresType
    private let bytes: UnsafeRawBufferPointer?
    private let owner: ResultStorage

    init(type: PostgresType, bytes: UnsafeRawBufferPointer?, owner: ResultStorage) {
        self.type = type
        self.bytes = bytes
        self.owner = owner
    }

    /// Whether it is NULL.
    public var isNull: Bool { bytes == nil }

    /// The binary form, if the cell is not NULL and its type is among `types`; otherwise the error to throw.
    ///
    /// - Parameter expected: What the caller is decoding, for the error.
    public func read<T>(
        _ types: PostgresType..., as expected: @autoclosure () -> String, _ body: (UnsafeRawBufferPointer) throws -> T
    ) throws -> T {
        guard let bytes, types.contains(type) else { throw mismatch(expected()) }
        return try withExtendedLifetime(owner) { try body(bytes) }
    }

    /// The binary form whatever the type; nil for NULL.
    public func withBytes<T>(_ body: (UnsafeRawBufferPointer?) throws -> T) rethrows -> T {
        try withExtendedLifetime(owner) { try body(bytes) }
    }

    /// A fixed-width number, highest byte first; `Number` is as wide as the type's binary form.
    public func number<Number: FixedWidthInteger>(
        _ type: PostgresType, as expected: @autoclosure () -> String
    ) throws -> Number {
        guard let bytes, self.type == type, bytes.count == MemoryLayout<Number>.size else { throw mismatch(expected()) }
        return withExtendedLifetime(owner) { Number(bigEndian: bytes.loadUnaligned(as: Number.self)) }
    }

    /// A part of this cell as a cell of its own, for composite forms such as arrays.
    func part(type: PostgresType, bytes: UnsafeRawBufferPointer?) -> PostgresCell {
        PostgresCell(type: type, bytes: bytes, owner: owner)
    }

    /// The error for a cell of another type, or NULL where a value was expected.
    public func mismatch(_ expected: String) -> any Error {
        CellError(expected: expected, found: isNull ? "NULL" : type.description)
    }

    /// The error for a cell of the right type whose value `expected` does not have; the value is not told.
    public func invalid(_ expected: String) -> any Error {
        CellError(expected: expected, found: "\(type) with a value it does not have")
    }
}

/// What went wrong in a cell, before anybody knows which column and where in the code.
struct CellError: Error {
    let expected: String
    let found: String
}

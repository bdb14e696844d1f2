/// A column, or a whole answer, that is not what the code expects; with the place in the code.
public struct DecodingFailure: Error, Sendable, CustomStringConvertible {
    /// The column's name, or `*` for the shape of the answer.
    public let column: String
    /// What the code expects, such as `Int`.
    public let expected: String
    /// What there is, such as `text`, `NULL` or `no such column`; never a value.
    public let found: String
    public let file: String
    public let line: UInt

    init(column: String, expected: String, found: String, file: StaticString, line: UInt) {
        self.column = column
        self.expected = expected
        self.found = found
        self.file = file.description
        self.line = line
    }

    public var description: String { "column \(column): expected \(expected), found \(found) (\(file):\(line))" }
}

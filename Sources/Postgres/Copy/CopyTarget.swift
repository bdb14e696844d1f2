/// The table, and its columns in the order they are written, that a bulk load goes into.
public struct CopyTarget: Sendable {
    let statement: String

    /// Names are put into the statement as they stand, so they are literals of the source code.
    public init(_ table: StaticString, _ columns: StaticString...) {
        let list = columns.isEmpty ? "" : " (" + columns.map(\.description).joined(separator: ", ") + ")"
        statement = "COPY \(table)\(list) FROM STDIN"
    }
}

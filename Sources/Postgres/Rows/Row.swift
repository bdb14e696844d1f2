import CLibPQ

/// A type that is read from a row; written beside the SQL that answers it.
public protocol RowDecodable {
    init(row: Row) throws
}

/// One row of an answer.
public struct Row: Sendable {
    let storage: ResultStorage
    let index: Int32

    /// The value of the column of that name; ``PostgresError/decoding(_:)`` tells the column and where this was called.
    public func value<T: PostgresDecodable>(
        _ name: StaticString, as type: T.Type = T.self, file: StaticString = #fileID, line: UInt = #line
    ) throws -> T {
        guard let column = storage.column(named: name) else {
            throw PostgresError.decoding(
                DecodingFailure(
                    column: name.description, expected: "\(T.self)", found: "no such column", file: file, line: line))
        }
        return try decode(column, file: file, line: line)
    }

    /// The value of the column at that place, from 0.
    public func value<T: PostgresDecodable>(
        at column: Int, as type: T.Type = T.self, file: StaticString = #fileID, line: UInt = #line
    ) throws -> T {
        guard (0..<Int(storage.columns)).contains(column) else {
            throw PostgresError.decoding(
                DecodingFailure(
                    column: "\(column)", expected: "\(T.self)", found: "no such column", file: file, line: line))
        }
        return try decode(Int32(column), file: file, line: line)
    }

    private func decode<T: PostgresDecodable>(_ column: Int32, file: StaticString, line: UInt) throws -> T {
        do {
            return try T(postgres: storage.cell(row: index, column: column))
        } catch let error {
            let name = PQfname(storage.result, column).map { String(cString: $0) } ?? ""
            let cell = error as? CellError
            throw PostgresError.decoding(
                DecodingFailure(
                    column: name, expected: cell?.expected ?? "\(T.self)",
                    found: cell?.found ?? "a value that it refuses", file: file, line: line))
        }
    }
}

import CLibPQ
import Synchronization

/// An answer of the server, owned. Once made it is only read, which libpq allows from any thread.
final class ResultStorage: @unchecked Sendable {
    let result: OpaquePointer
    let columns: Int32

    /// The column after the one found last: rows are mostly read in their order, so the search mostly ends at once.
    private let expected = Atomic<Int32>(0)

    init(_ result: OpaquePointer) {
        self.result = result
        columns = PQnfields(result)
    }

    deinit {
        PQclear(result)
    }

    /// The column's number, or nil when there is none of that name.
    func column(named name: StaticString) -> Int32? {
        let start = expected.load(ordering: .relaxed)
        var column = start < columns ? start : 0
        for _ in 0..<columns {
            if let found = PQfname(result, column), matches(found, name) {
                expected.store(column + 1, ordering: .relaxed)
                return column
            }
            column = column + 1 < columns ? column + 1 : 0
        }
        return nil
    }

    private func matches(_ found: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
        name.withUTF8Buffer { wanted in
            for (index, byte) in wanted.enumerated() where UInt8(bitPattern: found[index]) != byte { return false }
            return found[wanted.count] == 0
        }
    }

    func cell(row: Int32, column: Int32) -> PostgresCell {
        var bytes: UnsafeRawBufferPointer?
        if PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) {
            bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        }
        return PostgresCell(type: PostgresType(rawValue: PQftype(result, column)), bytes: bytes, owner: self)
    }

    /// How many rows the statement touched or answered, as its command tag says.
    var affected: Int {
        guard let digits = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: digits)) ?? 0
    }
}

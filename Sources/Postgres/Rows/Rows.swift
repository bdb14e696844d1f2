import CLibPQ

/// The rows of an answer, undecoded until read.
public struct Rows: RandomAccessCollection, Sendable {
    let storage: ResultStorage

    public var startIndex: Int { 0 }
    public var endIndex: Int { Int(PQntuples(storage.result)) }

    public subscript(position: Int) -> Row {
        Row(storage: storage, index: Int32(position))
    }

    /// The columns' names in their order.
    public var columns: [String] {
        (0..<storage.columns).map { column in PQfname(storage.result, column).map { String(cString: $0) } ?? "" }
    }
}

/// Runs through the tables of a folder, line by line, and holds them against what is said of them elsewhere.
struct FolderTables {
    let source: any FolderSource

    /// A line of a table under way.
    struct Row {
        let file: InstanceFile
        let line: Int
        let values: [Int]

        subscript(column: Int) -> Int { values[column] }

        func check(_ column: Int, in allowed: Range<Int>) throws(InstanceFolderError) {
            guard allowed.contains(values[column]) else { throw fault(.outOfRange(allowed), column) }
        }

        /// Identities count up from zero.
        func check(isNext expected: Int) throws(InstanceFolderError) {
            guard values[0] == expected else { throw fault(.wrongIdentity(expected: expected), 0) }
        }

        /// A table of no dense identities is sorted by its first column all the same.
        func check(isAfter last: Int?) throws(InstanceFolderError) {
            guard values[0] > last ?? -1 else { throw fault(.notAscending, 0) }
        }

        func fault(_ fault: InstanceFolderError.Fault, _ column: Int? = nil) -> InstanceFolderError {
            InstanceFolderError(file: file, line: line, column: column.map { file.columns[$0] }, fault: fault)
        }
    }

    /// A table that must be there, with as many rows as `meta.json` says.
    func read(
        _ file: InstanceFile, count: Int, _ body: (Row) throws(InstanceFolderError) -> Void
    ) throws(InstanceFolderError) {
        var found = 0
        let isThere = try read(file) { (row) throws(InstanceFolderError) in
            found += 1
            guard found <= count else { throw row.fault(.wrongCount(expected: count, found: found)) }
            try body(row)
        }
        guard isThere else { throw InstanceFolderError(file: file, fault: .missing) }
        guard found == count else {
            throw InstanceFolderError(file: file, fault: .wrongCount(expected: count, found: found))
        }
    }

    /// A table that may be absent; answers whether it is there.
    func read(
        _ file: InstanceFile, _ body: (Row) throws(InstanceFolderError) -> Void
    ) throws(InstanceFolderError) -> Bool {
        var table = IntegerTable(file)
        func row(_ line: Int, _ values: [Int]) throws(InstanceFolderError) {
            try body(Row(file: file, line: line, values: values))
        }
        let isThere = try source.read(file) { (piece) throws(InstanceFolderError) in
            try table.feed(piece, row)
        }
        if isThere {
            try table.finish(row)
        }
        return isThere
    }
}

/// Rows of packed entries that can be edited: a row that outgrows its room moves to the end of the pool.
struct Adjacency: Sendable {
    private(set) var starts: [Int32]
    private(set) var counts: [Int32]
    private var rooms: [Int32]
    private(set) var entries: [EdgeRows.Entry]

    /// - Parameter starts: where each row begins, one more than there are rows.
    init(starts: [Int32], entries: [EdgeRows.Entry]) {
        counts = zip(starts, starts.dropFirst()).map { $1 - $0 }
        rooms = counts
        self.starts = starts
        self.starts.removeLast()
        self.entries = entries
    }

    func range(_ row: Int) -> Range<Int> {
        let start = Int(starts[row])
        return start..<start + Int(counts[row])
    }

    /// The row's entry of that target, if there is one.
    func entry(of row: Int, to target: Int) -> EdgeRows.Entry? {
        let entries = entries.span.extracting(range(row))
        for index in entries.indices where entries[unchecked: index].target == target {
            return entries[unchecked: index]
        }
        return nil
    }

    mutating func addRow() {
        starts.append(Int32(entries.count))
        counts.append(0)
        rooms.append(0)
    }

    mutating func append(_ entry: EdgeRows.Entry, to row: Int) {
        if counts[row] == rooms[row] {
            relocate(row)
        }
        entries[Int(starts[row]) + Int(counts[row])] = entry
        counts[row] += 1
    }

    /// Removes the entry of that target, if there is one; the order of the others may change.
    mutating func remove(_ target: Int, from row: Int) {
        let range = range(row)
        for index in range where entries[index].target == target {
            entries[index] = entries[range.upperBound - 1]
            counts[row] -= 1
            return
        }
    }

    mutating func clear(_ row: Int) {
        counts[row] = 0
    }

    private mutating func relocate(_ row: Int) {
        let range = range(row)
        let room = max(8, 2 * Int(rooms[row]))
        starts[row] = Int32(entries.count)
        rooms[row] = Int32(room)
        for index in range {
            entries.append(entries[index])
        }
        entries.append(contentsOf: repeatElement(EdgeRows.Entry(target: 0, score: 0), count: room - range.count))
    }
}

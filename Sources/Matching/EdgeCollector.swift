/// Takes edges one by one and gives them back as rows. Edges that come agent by agent, as a folder's do, are written once and
/// stay where they are.
struct EdgeCollector: Sendable {
    private let withWishes: Bool
    /// How many edges each agent has so far.
    private var counts: [Int32]
    /// Each edge's agent; kept only from the first edge that comes out of order.
    private var owners: [Int32] = []
    private var last = 0
    private var entries: [EdgeRows.Entry] = []
    private var wishes: [UInt16] = []

    init(agents: Int, withWishes: Bool) {
        self.withWishes = withWishes
        counts = Array(repeating: 0, count: agents)
    }

    var count: Int { entries.count }

    mutating func reserve(_ count: Int) {
        entries.reserveCapacity(count)
        if withWishes {
            wishes.reserveCapacity(count)
        }
    }

    mutating func add(agent: Int, entry: EdgeRows.Entry, wish: UInt16) {
        if agent < last, owners.isEmpty {
            listOwners()
        }
        if !owners.isEmpty {
            owners.append(Int32(agent))
        }
        last = agent
        counts[agent] += 1
        entries.append(entry)
        if withWishes {
            wishes.append(wish)
        }
    }

    /// So far the edges came agent by agent.
    private mutating func listOwners() {
        owners.reserveCapacity(entries.capacity)
        for (agent, count) in counts.enumerated() {
            owners.append(contentsOf: repeatElement(Int32(agent), count: Int(count)))
        }
    }

    consuming func rows(without forbidden: [Instance.Pair]) -> EdgeRows {
        var starts = [Int32](repeating: 0, count: counts.count + 1)
        for agent in counts.indices {
            starts[agent + 1] = starts[agent] + counts[agent]
        }
        if !owners.isEmpty {
            sort(starts)
        }
        if !forbidden.isEmpty {
            remove(forbidden, &starts)
        }
        return EdgeRows(starts: starts, entries: entries, wishes: wishes)
    }

    /// Counting sort by agent, stable.
    private mutating func sort(_ starts: [Int32]) {
        var next = starts
        var (placedEntries, placedWishes) = (entries, wishes)
        for (index, owner) in owners.enumerated() {
            let place = Int(next[Int(owner)])
            placedEntries[place] = entries[index]
            if withWishes {
                placedWishes[place] = wishes[index]
            }
            next[Int(owner)] += 1
        }
        (entries, wishes, owners) = (placedEntries, placedWishes, [])
    }

    /// Closes the rows up over the pairs that must not be chosen.
    private mutating func remove(_ forbidden: [Instance.Pair], _ starts: inout [Int32]) {
        let forbidden = Dictionary(grouping: forbidden, by: \.agent).mapValues { Set($0.map(\.seat)) }
        var kept = 0
        for agent in counts.indices {
            let row = Int(starts[agent])..<Int(starts[agent] + counts[agent])
            let seats = forbidden[agent] ?? []
            starts[agent] = Int32(kept)
            for index in row where !seats.contains(entries[index].seat) {
                entries[kept] = entries[index]
                if withWishes {
                    wishes[kept] = wishes[index]
                }
                kept += 1
            }
        }
        starts[counts.count] = Int32(kept)
        entries.removeSubrange(kept...)
        if withWishes {
            wishes.removeSubrange(kept...)
        }
    }
}

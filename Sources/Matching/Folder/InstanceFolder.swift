/// Reads an instance folder into an instance: streaming, and checked against itself. `InstanceFile` describes the files.
///
/// A participant's group 0 is placed first, so that group g becomes priority class 9 − g. A participant's key is its number.
public struct InstanceFolder {
    private let tables: FolderTables
    private let ignoringGroups: Bool
    private let keepingWishes: Bool

    /// - Parameters:
    ///   - ignoringGroups: put everybody in one class.
    ///   - keepingWishes: keep the participants' wishes, which only stable mode needs.
    public init(directory: String, ignoringGroups: Bool = false, keepingWishes: Bool = false) {
        self.init(source: Directory(directory), ignoringGroups: ignoringGroups, keepingWishes: keepingWishes)
    }

    package init(source: any FolderSource, ignoringGroups: Bool = false, keepingWishes: Bool = false) {
        tables = FolderTables(source: source)
        self.ignoringGroups = ignoringGroups
        self.keepingWishes = keepingWishes
    }

    public func read(seed: UInt64 = 0) throws(InstanceFolderError) -> Instance {
        try contents(seed: seed).instance
    }

    /// - Parameter keepBonus: the points that keeping a pair of `previous.csv` adds, 0…1000.
    public func contents(seed: UInt64 = 0, keepBonus: Int = 0) throws(InstanceFolderError) -> FolderContents {
        let meta = try FolderMeta(tables.source)
        let referrals = try FolderReferrals(tables, participants: meta.participants)
        let agents = try readParticipants(meta, referrals)
        var nesting = try FolderNesting(tables)
        let slots = try FolderSlots(tables, meta, &nesting)
        let groups = nesting.finish()
        var builder: InstanceBuilder
        do {
            builder = try InstanceBuilder(
                agents: agents, seats: slots.seats, groups: groups, cohorts: referrals.cohorts,
                withWishes: keepingWishes, seed: seed)
        } catch {
            throw InstanceFolderError(file: .meta, fault: .refused(error))
        }
        let seat = { slots.seat($0, for: $1, referrals) }
        try readEdges(meta, into: &builder, seat)
        let locked = try FolderPairs(.locked, tables, meta, once: true, seat: seat)
        let forbidden = try FolderPairs(.forbidden, tables, meta, once: false, seat: seat)
        let previous = try FolderPairs(.previous, tables, meta, once: true, seat: seat)
        do {
            let instance = try builder.finish(
                locked: locked.pairs, forbidden: forbidden.pairs, previous: previous.pairs, keepBonus: keepBonus)
            return FolderContents(instance: instance, slotCount: meta.slots, shared: slots.shared)
        } catch {
            throw locked.fault(error) { seat in
                Array(
                    sequence(state: slots.seats[seat].group) { next in
                        guard let group = next else { return nil }
                        next = groups[group].parent
                        return group
                    })
            } ?? InstanceFolderError(file: .edges, fault: .refused(error))
        }
    }

    private func readParticipants(
        _ meta: FolderMeta, _ referrals: FolderReferrals
    ) throws(InstanceFolderError) -> [Instance.Agent] {
        var agents: [Instance.Agent] = []
        agents.reserveCapacity(max(0, meta.participants))
        try tables.read(.participants, count: meta.participants) { (row) throws(InstanceFolderError) in
            try row.check(isNext: agents.count)
            try row.check(1, in: 0..<10)
            agents.append(
                .init(
                    key: UInt64(row[0]), priority: ignoringGroups ? 0 : 9 - row[1], cohort: referrals.cohort(of: row[0])
                ))
        }
        return agents
    }

    private func readEdges(
        _ meta: FolderMeta, into builder: inout InstanceBuilder, _ seat: (_ slot: Int, _ participant: Int) -> Int
    ) throws(InstanceFolderError) {
        builder.reserve(edges: meta.edges)
        var last = (participant: -1, slot: -1)
        try tables.read(.edges, count: meta.edges) { (row) throws(InstanceFolderError) in
            try row.check(0, in: 0..<meta.participants)
            try row.check(1, in: 0..<meta.slots)
            try row.check(2, in: Range(Limits.score))
            try row.check(3, in: Range(Limits.score))
            let pair = (participant: row[0], slot: row[1])
            guard last < pair else { throw row.fault(.notSorted) }
            last = pair
            try add(row, to: &builder, seat(pair.slot, pair.participant))
        }
    }

    private func add(
        _ row: FolderTables.Row, to builder: inout InstanceBuilder, _ seat: Int
    ) throws(InstanceFolderError) {
        do {
            try builder.add(agent: row[0], seat: seat, score: row[2], wish: row[3])
        } catch {
            throw row.fault(.refused(error))
        }
    }
}

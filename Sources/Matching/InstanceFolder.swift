import FoundationEssentials

/// Reads an instance folder into an instance: streaming, and checked against itself.
///
/// A participant's group 0 is placed first, so that group g becomes priority class 9 − g. The keys are the identities.
public struct InstanceFolder {
    private struct Meta: Decodable {
        let format: Int
        let participants: Int
        let slots: Int
        let seats: Int
        let edges: Int
    }

    private let source: any FolderSource
    private let ignoringGroups: Bool
    private let keepingWishes: Bool

    /// - Parameters:
    ///   - ignoringGroups: put everybody in one class.
    ///   - keepingWishes: keep the participants' wishes, which only stable mode needs.
    public init(directory: String, ignoringGroups: Bool = false, keepingWishes: Bool = false) {
        self.init(source: Directory(directory), ignoringGroups: ignoringGroups, keepingWishes: keepingWishes)
    }

    package init(source: any FolderSource, ignoringGroups: Bool = false, keepingWishes: Bool = false) {
        self.source = source
        self.ignoringGroups = ignoringGroups
        self.keepingWishes = keepingWishes
    }

    public func read(seed: UInt64 = 0) throws(InstanceFolderError) -> Instance {
        let meta = try readMeta()
        let agents = try readParticipants(meta)
        let seats = try readSlots(meta)
        var builder: InstanceBuilder
        do {
            builder = try InstanceBuilder(agents: agents, seats: seats, withWishes: keepingWishes, seed: seed)
        } catch {
            throw InstanceFolderError(file: .meta, fault: .refused(error))
        }
        try readEdges(meta, into: &builder)
        do {
            return try builder.finish()
        } catch {
            throw InstanceFolderError(file: .edges, fault: .refused(error))
        }
    }

    private func readMeta() throws(InstanceFolderError) -> Meta {
        var bytes: [UInt8] = []
        try source.read(.meta) { (piece) throws(InstanceFolderError) in
            bytes += piece
            guard bytes.count <= 1 << 16 else { throw InstanceFolderError(file: .meta, fault: .malformed) }
        }
        guard let meta = try? JSONDecoder().decode(Meta.self, from: Data(bytes)) else {
            throw InstanceFolderError(file: .meta, fault: .malformed)
        }
        guard meta.format == 1 else { throw InstanceFolderError(file: .meta, fault: .unknownFormat(meta.format)) }
        let sizes: [(InstanceError.Quantity, Int, Int)] = [
            (.agents, meta.participants, Limits.agents), (.seats, meta.slots, Limits.seats),
            (.edges, meta.edges, Limits.edges),
        ]
        for (quantity, count, limit) in sizes where count > limit {
            throw InstanceFolderError(file: .meta, fault: .refused(.tooMany(quantity, count: count, limit: limit)))
        }
        return meta
    }

    private func readParticipants(_ meta: Meta) throws(InstanceFolderError) -> [Instance.Agent] {
        var agents: [Instance.Agent] = []
        try table(.participants, count: meta.participants) { (line, values) throws(InstanceFolderError) in
            try check(.participants, line, values[0], isNext: agents.count)
            try check(.participants, line, values, 1, in: 0..<10)
            agents.append(.init(key: UInt64(values[0]), priority: ignoringGroups ? 0 : 9 - values[1]))
        }
        return agents
    }

    private func readSlots(_ meta: Meta) throws(InstanceFolderError) -> [Instance.Seat] {
        var seats: [Instance.Seat] = []
        try table(.slots, count: meta.slots) { (line, values) throws(InstanceFolderError) in
            try check(.slots, line, values[0], isNext: seats.count)
            try check(.slots, line, values, 1, in: Range(Limits.capacity))
            seats.append(.init(key: UInt64(values[0]), capacity: values[1]))
        }
        let places = seats.reduce(0) { $0 + $1.capacity }
        guard places == meta.seats else {
            throw InstanceFolderError(
                file: .slots, column: "capacity", fault: .wrongCount(expected: meta.seats, found: places))
        }
        return seats
    }

    private func readEdges(_ meta: Meta, into builder: inout InstanceBuilder) throws(InstanceFolderError) {
        builder.reserve(edges: meta.edges)
        var last = (participant: -1, slot: -1)
        try table(.edges, count: meta.edges) { (line, values) throws(InstanceFolderError) in
            try check(.edges, line, values, 0, in: 0..<meta.participants)
            try check(.edges, line, values, 1, in: 0..<meta.slots)
            try check(.edges, line, values, 2, in: Range(Limits.score))
            try check(.edges, line, values, 3, in: Range(Limits.score))
            let pair = (participant: values[0], slot: values[1])
            guard last < pair else { throw InstanceFolderError(file: .edges, line: line, fault: .notSorted) }
            last = pair
            try add(pair, score: values[2], wish: values[3], to: &builder, line)
        }
    }

    private func add(
        _ pair: (participant: Int, slot: Int), score: Int, wish: Int, to builder: inout InstanceBuilder,
        _ line: Int
    ) throws(InstanceFolderError) {
        do {
            try builder.add(agent: pair.participant, seat: pair.slot, score: score, wish: wish)
        } catch {
            throw InstanceFolderError(file: .edges, line: line, fault: .refused(error))
        }
    }

    /// Runs through a table and holds its length against what `meta.json` says.
    private func table(
        _ file: InstanceFile, count: Int, _ row: IntegerTable.RowBody
    ) throws(InstanceFolderError) {
        var table = IntegerTable(file)
        var found = 0
        func counting(_ line: Int, _ values: [Int]) throws(InstanceFolderError) {
            found += 1
            guard found <= count else {
                throw InstanceFolderError(
                    file: file, line: line, fault: .wrongCount(expected: count, found: found))
            }
            try row(line, values)
        }
        try source.read(file) { (piece) throws(InstanceFolderError) in
            try table.feed(piece, counting)
        }
        try table.finish(counting)
        guard found == count else {
            throw InstanceFolderError(file: file, fault: .wrongCount(expected: count, found: found))
        }
    }

    private func check(
        _ file: InstanceFile, _ line: Int, _ value: Int, isNext expected: Int
    ) throws(InstanceFolderError) {
        guard value == expected else {
            throw InstanceFolderError(
                file: file, line: line, column: file.columns[0], fault: .wrongIdentity(expected: expected))
        }
    }

    private func check(
        _ file: InstanceFile, _ line: Int, _ values: [Int], _ column: Int, in allowed: Range<Int>
    ) throws(InstanceFolderError) {
        guard allowed.contains(values[column]) else {
            throw InstanceFolderError(
                file: file, line: line, column: file.columns[column], fault: .outOfRange(allowed))
        }
    }
}

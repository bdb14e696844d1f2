/// A table of pairs, participant and slot.
struct FolderPairs {
    private let file: InstanceFile
    /// One a line, from line 2.
    private(set) var pairs: [Instance.Pair] = []

    /// - Parameter once: a participant may stand in one pair only.
    init(
        _ file: InstanceFile, _ tables: FolderTables, _ meta: FolderMeta, once: Bool,
        seat: (_ slot: Int, _ participant: Int) -> Int
    ) throws(InstanceFolderError) {
        self.file = file
        var last = (participant: -1, slot: -1)
        _ = try tables.read(file) { (row) throws(InstanceFolderError) in
            if once {
                try row.check(isAfter: last.participant)
            }
            try row.check(0, in: 0..<max(0, meta.participants))
            try row.check(1, in: 0..<max(0, meta.slots))
            let pair = (participant: row[0], slot: row[1])
            guard last < pair else { throw row.fault(.notSorted) }
            guard pairs.count < Limits.edges else {
                throw row.fault(.refused(.tooMany(.edges, count: pairs.count + 1, limit: Limits.edges)))
            }
            last = pair
            pairs.append(.init(agent: pair.participant, seat: seat(pair.slot, pair.participant)))
        }
    }

    /// The line of a lock that cannot be kept; nothing if the engine refuses something else.
    func fault(_ error: InstanceError, groupsOfSeat: (Int) -> [Int]) -> InstanceFolderError? {
        switch error {
        case .lockedNotEligible(let agent, _):
            fault(.notEligible, at: pairs.firstIndex { $0.agent == agent })
        case .lockedBeyondCapacity(let seat, let capacity):
            fault(
                .lockedBeyond(capacity), at: pairs.indices.filter { pairs[$0].seat == seat }.dropFirst(capacity).first)
        case .lockedBeyondMaximum(let group, let maximum):
            fault(
                .lockedBeyond(maximum),
                at: pairs.indices.filter { groupsOfSeat(pairs[$0].seat).contains(group) }.dropFirst(maximum).first)
        default:
            nil
        }
    }

    private func fault(_ fault: InstanceFolderError.Fault, at index: Int?) -> InstanceFolderError {
        InstanceFolderError(file: file, line: index.map { $0 + 2 }, fault: fault)
    }
}

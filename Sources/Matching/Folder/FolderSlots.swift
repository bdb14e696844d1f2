/// The slots of a folder as seats. A slot with a share kept for a referrer is two seats in a group of their own: one for the
/// referrer's participants, who may have every place, and one for the others, who may have all but the share.
struct FolderSlots {
    /// First the slots, in order; then the seats of the shares.
    private(set) var seats: [Instance.Seat] = []
    /// The slots that have a share.
    private(set) var shared: [Int] = []
    private let slotCount: Int
    private var referrerOfShare: [Int] = []
    private var shareOfSlot: [Int: Int] = [:]

    init(_ tables: FolderTables, _ meta: FolderMeta, _ nesting: inout FolderNesting) throws(InstanceFolderError) {
        slotCount = meta.slots
        seats.reserveCapacity(max(0, meta.slots))
        try readSlots(tables, meta, &nesting)
        try readShares(tables, &nesting)
    }

    private mutating func readSlots(
        _ tables: FolderTables, _ meta: FolderMeta, _ nesting: inout FolderNesting
    ) throws(InstanceFolderError) {
        try tables.read(.slots, count: meta.slots) { (row) throws(InstanceFolderError) in
            try row.check(isNext: seats.count)
            try row.check(1, in: Range(Limits.capacity))
            let group = try Self.group(row, &nesting)
            seats.append(.init(key: Self.key(row[0], isShare: false), capacity: row[1], group: group))
        }
        let places = seats.reduce(0) { $0 + $1.capacity }
        guard places == meta.seats else {
            throw InstanceFolderError(
                file: .slots, column: "capacity", fault: .wrongCount(expected: meta.seats, found: places))
        }
    }

    private static func group(
        _ row: FolderTables.Row, _ nesting: inout FolderNesting
    ) throws(InstanceFolderError) -> Int? {
        do {
            return try nesting.group(department: row[2], supervisor: row[3])
        } catch {
            throw row.fault(.inTwoDepartments(supervisor: row[3], first: error.first, again: row[2]), 3)
        }
    }

    private mutating func readShares(
        _ tables: FolderTables, _ nesting: inout FolderNesting
    ) throws(InstanceFolderError) {
        _ = try tables.read(.shares) { (row) throws(InstanceFolderError) in
            let slot = row[0]
            try row.check(isAfter: shared.last)
            try row.check(0, in: 0..<max(0, slotCount))
            let seat = seats[slot]
            try row.check(2, in: 0..<seat.capacity + 1)
            let group = nesting.enclose(slot: slot, capacity: seat.capacity, within: seat.group)
            seats[slot] = .init(key: seat.key, capacity: seat.capacity - row[2], group: group)
            seats.append(.init(key: Self.key(slot, isShare: true), capacity: seat.capacity, group: group))
            shareOfSlot[slot] = shared.count
            shared.append(slot)
            referrerOfShare.append(row[1])
        }
    }

    /// The seats of one slot stand together in the order of keys, by which ties of wishes fall.
    private static func key(_ slot: Int, isShare: Bool) -> UInt64 {
        UInt64(slot) << 1 | (isShare ? 1 : 0)
    }

    /// The seat on which the participant would have the slot.
    func seat(_ slot: Int, for participant: Int, _ referrals: FolderReferrals) -> Int {
        guard !shared.isEmpty, let share = shareOfSlot[slot],
            referrals.isReferred(participant, by: referrerOfShare[share])
        else { return slot }
        return slotCount + share
    }
}

/// The seats' capacities and the groups' maxima, how far they are used, and the worst rank within each.
///
/// The seats are laid out so that those of a group lie side by side; a tree of maxima over that row of seats then gives the
/// worst of any group in a few steps.
struct NestedBounds: Sendable {
    enum Bound: Sendable {
        case seat(Int)
        case group(Int)
    }

    /// How many more each seat and each group takes; locked agents are not counted on either side.
    private var seatRoom: [Int32]
    private var groupRoom: [Int32]
    /// The innermost group of each seat and the parent of each group, or −1; empty where there are no groups.
    private let groupOfSeat: [Int32]
    private let parents: [Int32]
    /// Where the seats of each group lie in the row.
    private let ranges: [Range<Int32>]
    private let placeOfSeat: [Int32]
    private var worsts: MaximumTree

    init(_ instance: Instance) {
        seatRoom = instance.seats.map { Int32($0.capacity) }
        groupRoom = instance.groups.map { Int32($0.maximum) }
        for seat in instance.locks.values {
            seatRoom[seat] -= 1
            for group in instance.groups(of: seat) {
                groupRoom[group] -= 1
            }
        }
        guard !instance.groups.isEmpty else {
            (groupOfSeat, parents, ranges, placeOfSeat) = ([], [], [], [])
            worsts = MaximumTree(count: 0)
            return
        }
        groupOfSeat = instance.seats.map { Int32($0.group ?? -1) }
        parents = instance.groups.map { Int32($0.parent ?? -1) }
        (ranges, placeOfSeat) = Self.layOut(instance)
        worsts = MaximumTree(count: instance.seats.count)
    }

    func isFull(seat: Int) -> Bool {
        seatRoom[seat] <= 0
    }

    /// The innermost bound around the seat that takes no more, the seat's own first. Whoever leaves it makes room in all
    /// that lie around it.
    func innermostFull(around seat: Int) -> Bound? {
        if seatRoom[seat] <= 0 { return .seat(seat) }
        guard !groupOfSeat.isEmpty else { return nil }
        var group = groupOfSeat[seat]
        while group >= 0 {
            if groupRoom[Int(group)] <= 0 { return .group(Int(group)) }
            group = parents[Int(group)]
        }
        return nil
    }

    /// The worst rank within the bound; 0 if nobody is.
    func worst(in bound: Bound, _ held: HeldAgents) -> SeatRanking.Rank {
        switch bound {
        case .seat(let seat): held.worst(on: seat)
        case .group(let group): worsts.maximum(in: ranges[group])
        }
    }

    /// One more or one fewer sits there, and this is the worst of them now.
    mutating func seatChanged(_ seat: Int, by change: Int32, worst: SeatRanking.Rank) {
        seatRoom[seat] -= change
        guard !groupOfSeat.isEmpty, groupOfSeat[seat] >= 0 else { return }
        worsts.set(Int(placeOfSeat[seat]), to: worst)
        var group = groupOfSeat[seat]
        while group >= 0 {
            groupRoom[Int(group)] -= change
            group = parents[Int(group)]
        }
    }

    /// Gives each group as many consecutive places as there are seats within it, its own seats first and then group by
    /// group what lies in it.
    private static func layOut(_ instance: Instance) -> (ranges: [Range<Int32>], placeOfSeat: [Int32]) {
        var (size, own) = (instance.groups.map { _ in Int32(0) }, instance.groups.map { _ in Int32(0) })
        for seat in instance.seats.indices {
            if let group = instance.seats[seat].group { own[group] += 1 }
            for group in instance.groups(of: seat) {
                size[group] += 1
            }
        }
        let depth = instance.groups.map { group in
            sequence(first: group, next: { $0.parent.map { instance.groups[$0] } }).reduce(0) { count, _ in count + 1 }
        }
        // Outer groups take their places before those that lie in them.
        var starts = instance.groups.map { _ in Int32(0) }
        var nextWithin = starts
        var nextOutside: Int32 = 0
        for group in instance.groups.indices.sorted(by: { depth[$0] < depth[$1] }) {
            if let parent = instance.groups[group].parent {
                starts[group] = nextWithin[parent]
                nextWithin[parent] += size[group]
            } else {
                starts[group] = nextOutside
                nextOutside += size[group]
            }
            nextWithin[group] = starts[group] + own[group]
        }
        var nextOwn = starts
        let places = instance.seats.map { seat in
            if let group = seat.group {
                defer { nextOwn[group] += 1 }
                return nextOwn[group]
            }
            defer { nextOutside += 1 }
            return nextOutside
        }
        return (zip(starts, size).map { $0..<($0 + $1) }, places)
    }
}

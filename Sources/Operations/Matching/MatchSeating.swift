import Domain
import Matching
import Store

/// Which seats a round has, and which of their bounds lie in which: a slot with a share set aside, a supervisor's slots, a
/// unit's slots.
struct MatchSeating {
    /// Some places of a slot: all of them, or with a share those for its referrer's people, or those for the others.
    struct Seat: Equatable {
        let slot: Int
        let capacity: Int
        /// The referrer whose people alone sit here.
        var referrer: Code?
        /// The innermost group it lies in.
        var group: Int?
    }

    /// Slots with a bound in common.
    struct Group: Equatable {
        let kind: BoundKind
        let code: Code
        let slots: Set<Int>
        let maximum: Int
        var minimum = 0
        /// The group it lies in.
        var parent: Int?

        var name: String { "\(kind.rawValue) \(code)" }
    }

    /// In the order of the slots; what is set aside by shares comes after them.
    private(set) var seats: [Seat]
    private(set) var groups: [Group] = []
    private var setAside: [Int: (referrer: Code, seat: Int)] = [:]

    /// - Parameters:
    ///   - capacities: the places that the round can give at each slot.
    ///   - candidates: for each supervisor of the inputs, who could come to the slots.
    init(
        _ inputs: MatchInputs, _ bounds: MatchBounds, capacities: [Int], candidates: [[SupervisorFacts.Candidate]]
    ) throws(MatchFault) {
        seats = capacities.enumerated().map { Seat(slot: $0, capacity: $1) }
        try setAside(bounds.shares, inputs, capacities)
        groups = try Self.units(inputs, bounds, capacities)
        groups += Self.supervisors(inputs, capacities, candidates)
        groups += setAside.keys.sorted().map { slot in
            Group(kind: .slot, code: inputs.slots[slot].code, slots: [slot], maximum: capacities[slot])
        }
        try nest(inputs)
        for seat in seats.indices {
            seats[seat].group = groups.lastIndex { $0.slots.contains(seats[seat].slot) }
        }
    }

    /// The seat that somebody referred by a referrer takes at a slot.
    func seat(slot: Int, referrer: Code) -> Int {
        if let share = setAside[slot], share.referrer == referrer { return share.seat }
        return slot
    }

    /// The referrer for whose people some of a slot's places are kept in this round.
    func referrer(sharing slot: Int) -> Code? {
        setAside[slot]?.referrer
    }

    private mutating func setAside(
        _ shares: [SlotShare], _ inputs: MatchInputs, _ capacities: [Int]
    ) throws(MatchFault) {
        for share in shares {
            guard let slot = inputs.slots.firstIndex(where: { $0.code == share.slot }) else {
                throw .unknownSlot(share.slot)
            }
            guard setAside[slot] == nil else { throw .sharedTwice(share.slot) }
            guard Limits.capacity.contains(share.places) else { throw .boundOutOfRange }
            seats[slot] = Seat(slot: slot, capacity: max(0, capacities[slot] - share.places))
            setAside[slot] = (share.referrer, seats.count)
            seats.append(Seat(slot: slot, capacity: capacities[slot], referrer: share.referrer))
        }
    }

    /// Units with a bound, those that lie in others after them.
    private static func units(
        _ inputs: MatchInputs, _ bounds: MatchBounds, _ capacities: [Int]
    ) throws(MatchFault) -> [Group] {
        let maxima = try numbers(bounds.unitMaxima)
        let minima = try numbers(bounds.unitMinima)
        let tree = UnitTree(inputs.units)
        let all = min(capacities.reduce(0, +), Limits.capacity.upperBound)
        var found: [(depth: Int, group: Group)] = []
        for code in Set(maxima.keys).union(minima.keys).sorted() {
            guard tree.contains(code) else { throw .unknownUnit(code) }
            let slots = inputs.slots.indices.filter { tree.path(inputs.slots[$0].unit).contains(code) }
            found.append(
                (
                    tree.path(code).count,
                    Group(
                        kind: .unit, code: code, slots: Set(slots), maximum: maxima[code] ?? all,
                        minimum: minima[code] ?? 0)
                ))
        }
        return found.sorted { ($0.depth, $0.group.code) < ($1.depth, $1.group.code) }.map(\.group)
    }

    static func numbers(_ bounds: [MatchBound]) throws(MatchFault) -> [Code: Int] {
        var numbers: [Code: Int] = [:]
        for bound in bounds {
            guard Limits.capacity.contains(bound.count) else { throw .boundOutOfRange }
            guard numbers.updateValue(bound.count, forKey: bound.code) == nil else { throw .boundTwice(bound.code) }
        }
        return numbers
    }

    /// Supervisors who could be asked for more than they take.
    private static func supervisors(
        _ inputs: MatchInputs, _ capacities: [Int], _ candidates: [[SupervisorFacts.Candidate]]
    ) -> [Group] {
        zip(inputs.supervisors, candidates).compactMap { supervisor, candidates in
            let slots = Set(inputs.slots.indices.filter { inputs.slots[$0].supervisor == supervisor.code })
            return maximum(of: supervisor, slots, capacities, candidates).map {
                Group(kind: .supervisor, code: supervisor.code, slots: slots, maximum: $0)
            }
        }
    }

    /// How many a supervisor can take in the round; nothing where no more could come anyway.
    static func maximum(
        of supervisor: SupervisorFacts, _ slots: Set<Int>, _ capacities: [Int],
        _ candidates: [SupervisorFacts.Candidate]
    ) -> Int? {
        let maximum = supervisor.roundCapacity(for: candidates) { capacities[$0] }
        let places = slots.reduce(0) { $0 + capacities[$1] }
        return maximum < min(places, Set(candidates.map(\.person)).count) ? maximum : nil
    }

    /// Puts each group in the smallest of those that hold all its slots.
    private mutating func nest(_ inputs: MatchInputs) throws(MatchFault) {
        // The sort is stable: of two with the same slots the unit holds the supervisor, and the upper unit the lower.
        let order = groups.indices.sorted { (-groups[$0].slots.count, $0) < (-groups[$1].slots.count, $1) }
        groups = order.map { groups[$0] }
        for inner in groups.indices where !groups[inner].slots.isEmpty {
            for outer in groups.indices.prefix(inner) where !groups[outer].slots.isDisjoint(with: groups[inner].slots) {
                guard groups[inner].slots.isSubset(of: groups[outer].slots) else {
                    throw crossing(groups[inner], groups[outer], inputs)
                }
                groups[inner].parent = outer
            }
        }
    }

    /// Units nest in one another and supervisors share no slot, so it is always one of each that cross.
    private func crossing(_ one: Group, _ other: Group, _ inputs: MatchInputs) -> MatchFault {
        let (supervisor, unit) = one.kind == .supervisor ? (one, other) : (other, one)
        let units = Set(supervisor.slots.map { inputs.slots[$0].unit })
        return .supervisorAcrossUnits(
            supervisor: supervisor.code, of: inputs.supervisors.first { $0.code == supervisor.code }?.unit,
            slotUnits: units.sorted(), bounded: unit.code)
    }
}

/// Which unit lies in which.
struct UnitTree {
    private let parents: [Code: Code?]

    init(_ units: [UnitFacts]) {
        parents = Dictionary(uniqueKeysWithValues: units.map { ($0.code, $0.parent) })
    }

    func contains(_ unit: Code) -> Bool { parents.keys.contains(unit) }

    /// The unit and those it lies in, upwards.
    func path(_ unit: Code) -> [Code] {
        var path: [Code] = []
        var next: Code? = unit
        while let unit = next, !path.contains(unit) {
            path.append(unit)
            next = parents[unit] ?? nil
        }
        return path
    }
}

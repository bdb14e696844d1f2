/// Why a question is refused. Positions are those of the arrays handed in, counted from zero.
public enum InstanceError: Error, Sendable, Equatable {
    public enum Quantity: String, Sendable {
        case agents, seats, groups, cohorts, edges, priority, capacity, maximum, minimum, score, wish, keepBonus
    }

    case tooMany(Quantity, count: Int, limit: Int)
    case outOfRange(Quantity, at: Int, value: Int, allowed: Range<Int>)
    case repeatedKey(Quantity, first: Int, again: Int)
    case repeatedPair(agent: Int, seat: Int)
    case lockedNotEligible(agent: Int, seat: Int)
    case lockedTwice(agent: Int)
    case lockedBeyondCapacity(seat: Int, capacity: Int)
    case lockedBeyondMaximum(group: Int, maximum: Int)
    case previousTwice(agent: Int)
    /// Groups that lie in one another too deep, or in a circle.
    case nestedTooDeep(group: Int, limit: Int)
    /// Minima, scores and kept pairs together span more than the engine's integers hold exactly.
    case objectiveTooLarge
}

extension InstanceError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooMany(let quantity, let count, let limit):
            "\(count) \(quantity.rawValue); at most \(limit) can be solved"
        case .outOfRange(let quantity, let index, let value, let allowed):
            allowed.isEmpty
                ? "\(quantity.rawValue) at position \(index) is \(value), but there are none"
                : "\(quantity.rawValue) at position \(index) is \(value); it must be \(allowed.lowerBound)"
                    + " to \(allowed.upperBound - 1)"
        case .repeatedKey(let quantity, let first, let again):
            "\(quantity.rawValue) at positions \(first) and \(again) have the same key"
        case .repeatedPair(let agent, let seat):
            "agent \(agent) and seat \(seat) are paired twice"
        case .lockedNotEligible(let agent, let seat):
            "agent \(agent) is locked to seat \(seat), which it may not take"
        case .lockedTwice(let agent):
            "agent \(agent) is locked twice"
        case .lockedBeyondCapacity(let seat, let capacity):
            "more agents are locked to seat \(seat) than its \(capacity) places"
        case .lockedBeyondMaximum(let group, let maximum):
            "more agents are locked into group \(group) than its maximum of \(maximum)"
        case .previousTwice(let agent):
            "agent \(agent) has two previous seats"
        case .nestedTooDeep(let group, let limit):
            "group \(group) lies in a circle or more than \(limit) groups deep"
        case .objectiveTooLarge:
            "wanted minima, scores and kept pairs together exceed what can be solved exactly: one class step may be at"
                + " most \(Limits.step)"
        }
    }
}

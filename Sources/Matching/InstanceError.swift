/// Why a question is refused. Positions are those of the arrays handed in, counted from zero.
public enum InstanceError: Error, Sendable, Equatable {
    public enum Quantity: String, Sendable {
        case agents, seats, edges, priority, capacity, score
    }

    case tooMany(Quantity, count: Int, limit: Int)
    case outOfRange(Quantity, at: Int, value: Int, allowed: Range<Int>)
    case repeatedKey(Quantity, first: Int, again: Int)
    case repeatedPair(agent: Int, seat: Int)
    case lockedNotEligible(agent: Int, seat: Int)
    case lockedTwice(agent: Int)
    case lockedBeyondCapacity(seat: Int, capacity: Int)
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
        }
    }
}

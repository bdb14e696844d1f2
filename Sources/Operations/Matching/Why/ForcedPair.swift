public import Domain
import Matching

/// What it would do to the whole to have one person at one slot: exact, the best that could then be had.
public struct ForcedPair: Sendable, Hashable, Codable {
    /// Somebody whose slot would change. For those who may see the round's people; no sentence names them.
    public struct Move: Sendable, Hashable, Codable {
        public var participant: String
        public var from: Code?
        public var to: Code?
    }

    /// How the whole would come out beside what it is.
    public enum Verdict: String, Sendable, Hashable, Codable {
        /// Only where the rules keep the pair apart today.
        case better
        /// As good: a draw has decided.
        case equal
        case worse
    }

    public var verdict: Verdict
    /// Placed persons more (or, below 0, fewer) in each priority class, 0…9.
    public var placedByPriority: [Int]
    /// Persons more who lack in the wanted minima.
    public var shortfall: Int
    /// Points more in total, with bonuses.
    public var points: Int
    /// Points more by part, of everybody who moves together; the names are those of `ScorePart`.
    public var parts: [String: Int]
    /// Pairs of an earlier run kept more.
    public var kept: Int
    /// The person first, then the chain; without those who are not to be shown.
    public var moves: [Move]
    /// Others who would get another slot.
    public var moved: Int
    /// Others who would be left without.
    public var left: Int

    public var placed: Int { placedByPriority.reduce(0, +) }

    /// The same, without the moves of people who are not to be shown.
    func hiding(_ isHidden: (String) -> Bool) -> ForcedPair {
        var hiding = self
        hiding.moves.removeAll { isHidden($0.participant) }
        return hiding
    }

    /// The part in which most is lost, if any is.
    public var weakestPart: ScorePart? {
        ScorePart.allCases.filter { parts[$0.rawValue, default: 0] < 0 }
            .min { parts[$0.rawValue, default: 0] < parts[$1.rawValue, default: 0] }
    }

    /// The first level of the objective on which the whole would be worse.
    var decidedBy: Competition.Decision {
        if placedByPriority.contains(where: { $0 != 0 }) { return .priority }
        if shortfall != 0 { return .minimum }
        if points != 0 { return .points }
        return kept != 0 ? .previous : .draw
    }
}

public import Domain
public import FoundationEssentials
import Store

/// A match run in a list.
public struct MatchRunSummary: Sendable {
    public let code: Code
    public let computedAt: Date
    public let computedBy: String
    public let roundStart: Day
    public let placed: Int
    public let unplaced: Int
    public let score: Int
    public let mode: MatchMode
    public let decidedAt: Date?
    public let decidedBy: String?

    init(_ line: MatchRunLine) {
        code = line.code
        computedAt = line.computedAt
        computedBy = line.computedBy
        roundStart = line.roundStart
        placed = line.placed
        unplaced = line.unplaced
        score = line.score
        mode = line.certified ? .optimal : .stable
        decidedAt = line.decidedAt
        decidedBy = line.decidedBy
    }
}

package import Domain
package import FoundationEssentials
package import Postgres

/// A match run in a list.
package struct MatchRunLine: Sendable, RowDecodable {
    package let code: Code
    package let computedAt: Date
    package let computedBy: String
    package let roundStart: Day
    package let placed: Int
    package let unplaced: Int
    package let score: Int
    /// Whether it was certified as optimal; a stable run is not.
    package let certified: Bool
    package let decidedAt: Date?
    package let decidedBy: String?

    package init(row: Row) throws {
        code = try row.value("code")
        computedAt = try row.value("computed_at")
        computedBy = try row.value("computed_by")
        roundStart = try row.value("round_starts_on")
        placed = try row.value("placed")
        unplaced = try row.value("unplaced")
        score = try row.value("score")
        certified = try row.value("certified")
        decidedAt = try row.value("decided_at")
        decidedBy = try row.value("decided_by")
    }

    static var columns: SQL {
        """
        t.code, t.computed_at, t.computed_by, t.round_starts_on, t.placed, t.unplaced, t.score, t.certified,
            t.decided_at, t.decided_by
        """
    }
}

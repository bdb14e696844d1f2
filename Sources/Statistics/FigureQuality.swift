public import Domain

/// What a report's figures rest on: what is not known, not followed up, or was registered late, and how much it may move
/// them.
public struct FigureQuality: Sendable, Hashable {
    /// What is registered more than so many days after it happened is late.
    public static let lateAfterDays = 30

    /// Placements that ended in the period and have a follow-up after the end that has come and was not told of.
    public private(set) var overdueFollowUps: Int?
    /// Of the placements started in the period, those whose start was registered late.
    public private(set) var lateStarts: Int?
    /// Of the placements that ended in the period, those whose end was registered late.
    public private(set) var lateEnds: Int?
    public let isPublished: Bool

    public init(overdueFollowUps: Int, lateStarts: Int, lateEnds: Int) {
        self.overdueFollowUps = overdueFollowUps
        self.lateStarts = lateStarts
        self.lateEnds = lateEnds
        isPublished = false
    }

    /// As it was closed; nil is kept back.
    init(restored overdueFollowUps: Int?, _ lateStarts: Int?, _ lateEnds: Int?, isPublished: Bool) {
        self.overdueFollowUps = overdueFollowUps
        self.lateStarts = lateStarts
        self.lateEnds = lateEnds
        self.isPublished = isPublished
    }

    /// Without what is a small count of people, and without what would leave one when it is taken from what the report shows.
    /// Of a part of the year nothing: the year's less that of a part would be a count that nobody has looked at.
    public func published(with report: AnnualReport, below threshold: Int) -> FigureQuality {
        let row = report.total
        func kept(_ count: Int?, of whole: Int?) -> Int? {
            guard report.period.kind == .year, let count, let whole, !(1..<threshold).contains(count),
                !(1..<threshold).contains(whole - count)
            else {
                return nil
            }
            return count
        }
        let ended = row[.koladaDenominator]
        return FigureQuality(
            restored: kept(overdueFollowUps, of: ended), kept(lateStarts, of: row[.started]),
            kept(lateEnds, of: ended), isPublished: true)
    }

    public static let text: [(name: Phrase, text: Phrase)] = [
        (
            Phrase(sv: "uppföljning som saknas", en: "follow-up lacking"),
            Phrase(
                sv:
                    "Praktiker som slutade under perioden och där minst en uppföljning efter slutet har kommit men inte "
                    + "är gjord.",
                en:
                    "Placements that ended in the period where at least one follow-up after the end has come and is not "
                    + "done.")
        ),
        (
            Phrase(sv: "sent registrerade", en: "registered late"),
            Phrase(
                sv: "Praktiker vars början eller slut i perioden registrerades mer än \(lateAfterDays) dagar efter att "
                    + "det hände. Det som har lästs in från en fil är registrerat den dag det lästes in. Den som tog "
                    + "fram siffrorna innan dess fick ett lägre tal.",
                en: "Placements whose start or end in the period was registered more than \(lateAfterDays) days after "
                    + "it happened. What was read from a file is registered on the day it was read. Whoever made the "
                    + "figures before then got a lower number.")
        ),
    ]
}

extension FigureQuality: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(overdueFollowUps, forKey: Name("overdue_follow_ups"))
        try container.encode(lateStarts, forKey: Name("late_starts"))
        try container.encode(lateEnds, forKey: Name("late_ends"))
        try container.encode(Self.lateAfterDays, forKey: Name("late_after_days"))
    }
}

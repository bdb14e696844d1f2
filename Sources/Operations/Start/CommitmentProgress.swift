public import Domain
import Postgres
public import Statistics
import Store

/// The joint undertaking of the year as one bar: each count holds the next, in places up to `filled`, then in placements.
public struct CommitmentProgress: Sendable, Hashable {
    public let year: Int
    /// The undertaking's code; nil where the year has none that is joint and counted in places.
    public let undertaking: Code?
    public let target: Int?
    /// Places on offer and drafted.
    public let pledged: Int
    public let offered: Int
    /// Counts of people from here on; nil for whoever may not see small ones.
    public let filled: Int?
    public let started: Int?
    public let completed: Int?
    /// From what is left if no unconfirmed offer holds, to what there is if every draft is offered and every slot that waits
    /// for "still right?" comes again within the year.
    public let inBooks: ClosedRange<Int>
    /// What the year's places are expected to come to, with the season of earlier years.
    public let forecast: Forecast

    public var isMet: Bool { target.map { offered >= $0 } ?? false }
}

extension Operations {
    /// How the year's joint undertaking stands; a year over has a forecast of one number. A statistician is told of places
    /// only: the rest are counts of people, which are in the report, where small ones are kept back.
    public func commitmentProgress(_ actor: Actor, year: Int? = nil) async throws -> CommitmentProgress? {
        try await read(actor, .readFigures) { connection in
            let year = year ?? clock.today.year
            let progress = try await connection.commitmentProgress(actor, year: year, today: clock.today)
            return actor.role == .statistician ? progress?.withoutPersons : progress
        }
    }
}

extension Connection {
    func commitmentProgress(_ actor: Actor, year: Int, today: Day) async throws -> CommitmentProgress? {
        let period = try Period(year: year)
        let figures = try await commitmentFigures(actor.municipality, period)
        let joint = figures.first {
            $0.unit == nil && !$0.isKept && $0.measure == .places && $0.rule == .offeredInYear
        }
        guard let joint else { return nil }
        let (low, high) = try await inBooks(joint, actor, period, today: today)
        let known = try await courseFigures(actor.municipality, period).filter { $0.undertaking == joint.code }
        let courses = YearCourses(known, year: year, today: today)
        return CommitmentProgress(
            year: year, undertaking: try? Code(joint.code), target: joint.target.map { $0.hundredths / 100 },
            pledged: joint.forecast.offered, offered: joint.count.offered, filled: joint.count.filled,
            started: joint.count.started, completed: joint.count.completed, inBooks: low...max(low, high),
            forecast: courses.placesForecast(counted: joint.count.offered, books: joint.forecast.offered))
    }

    private func inBooks(
        _ joint: CommitmentFigures, _ actor: Actor, _ year: Period, today: Day
    ) async throws -> (Int, Int) {
        guard year.to >= today else { return (joint.count.offered, joint.count.offered) }
        let settings = try await municipalitySettings(actor.municipality)
        let shaky = try await shakyPlaces(
            actor.municipality, year, today: today, unconfirmedDays: settings.unconfirmedDays)
        let renewable = try await renewableSlots(actor.municipality, units: nil, today: today)
        let coming = try renewable.filter {
            try $0.slot.kind != .put && $0.slot.period.nextYear.overlaps(year) && !$0.slot.period.overlaps(year)
        }
        return (
            max(0, joint.count.offered - shaky),
            joint.forecast.offered + coming.reduce(0) { $0 + $1.slot.places.rawValue }
        )
    }
}

public import Domain
import Postgres
public import Statistics
import Store

extension Operations {
    /// How the undertakings in force in a year stand: their figures by their own rules, each department's share, and the
    /// departments that offered nothing.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - forPublication: Leaves counts of people out, as for a statistician always.
    public func commitmentStatus(
        _ actor: Actor, year: Int, forPublication: Bool = false
    ) async throws -> CommitmentStatus {
        try await commitmentStatus(actor, through: .year(year), forPublication: forPublication)
    }

    /// How the undertakings in force in a period's year stand at its end: what has been reached from the year's first day,
    /// against the year's targets; and what the whole year is expected to come to. Of a closed period as they stood when it
    /// was closed.
    public func commitmentStatus(
        _ actor: Actor, through period: ReportPeriod, forPublication: Bool = false
    ) async throws -> CommitmentStatus {
        let isPublished = forPublication || actor.role == .statistician
        let today = clock.today
        return try await read(actor, .readFigures) { connection in
            let municipality = actor.municipality
            if let frozen = try await connection.frozen(municipality, period, published: isPublished) {
                return frozen.figures.commitment
            }
            let status = try await connection.countedCommitment(municipality, through: period, today: today)
            return isPublished ? status.withoutPersons : status
        }
    }
}

extension Connection {
    /// The same, with counts of people.
    func commitmentStatus(_ municipality: MunicipalityCode, year: Int, today: Day) async throws -> CommitmentStatus {
        try await commitmentStatus(municipality, Period(year: year), today: today)
    }

    /// The same of the year so far: a period that lies in one year.
    func commitmentStatus(
        _ municipality: MunicipalityCode, _ period: Period, today: Day
    ) async throws -> CommitmentStatus {
        let figures = try await commitmentFigures(municipality, period)
        let time =
            figures.contains { $0.countingRule == .hoursPerDay } ? try await offeredTime(municipality, period) : []
        let courses = Dictionary(
            grouping: try await courseFigures(municipality, period), by: \.undertaking)
        return CommitmentStatus(
            year: period.to.year,
            undertakings: figures.map {
                $0.result(
                    time, in: period, YearCourses(courses[$0.code, default: []], year: period.to.year, today: today),
                    today)
            },
            unitsWithoutSlots: try await unitsWithoutOffer(municipality, period))
    }
}

extension CommitmentFigures {
    /// Hours a day are never counted as anything else, whatever rule stands beside them.
    fileprivate var countingRule: CountingRule { measure == .hoursPerDay ? .hoursPerDay : rule }

    /// Of a year that is over nothing more is to be expected: drafts will not be offered in it.
    fileprivate func result(
        _ time: [OfferedTime], in year: Period, _ courses: YearCourses, _ today: Day
    ) -> UndertakingResult {
        let value = count(count, time.filter { !$0.isDraft }, in: year)
        let books = year.to < today ? value : count(forecast, time, in: year)
        return UndertakingResult(
            code: code, text: text, unit: unit, measure: measure, rule: countingRule, target: target,
            baseline: baseline, count: value, books: books,
            forecast: forecast(value, books, courses, isOver: year.to < today),
            transitions: isKept ? nil : courses.transitionsForecast(counted: employedAny),
            courses: isKept ? [] : courses.places,
            shares: zip(shareUnits, shareOffered).map { UndertakingResult.Share(unit: $0, offered: $1) })
    }

    /// What the undertaking's own rule will come to. Only places and transitions have a season that is reckoned with; of
    /// places kept for a referrer it depends on who gets them.
    fileprivate func forecast(
        _ value: UndertakingCount, _ books: UndertakingCount, _ courses: YearCourses, isOver: Bool
    ) -> Forecast? {
        switch countingRule {
        case .offeredInYear, .putInYear, .delta:
            if !isKept { return courses.placesForecast(counted: value.offered, books: books.offered) }
        case .employedAny:
            if !isKept { return courses.transitionsForecast(counted: value.employedAny) }
        default: break
        }
        return books.figure(countingRule).map(isOver ? Forecast.init(closed:) : Forecast.init(books:))
    }

    private func count(_ count: Count, _ time: [OfferedTime], in year: Period) -> UndertakingCount {
        var whole = UndertakingCount()
        whole.offered = count.offered
        whole.filled = count.filled
        whole.started = count.started
        whole.completed = count.completed
        whole.persons = count.persons
        whole.interrupted = interrupted
        whole.noShow = noShow
        whole.employedAny = employedAny
        whole.koladaNumerator = koladaNumerator
        whole.sixtyNumerator = sixtyNumerator
        whole.sixtyDenominator = sixtyDenominator
        if countingRule == .hoursPerDay, let period = period.intersection(year) {
            let open = time.filter { $0.undertaking == code }.map {
                OpenPlaces(period: $0.period, places: $0.places, hours: $0.hours, weekdays: $0.weekdays)
            }
            whole.hoursPerDay = offeredHoursPerDay(open, in: period)
        }
        return whole
    }
}

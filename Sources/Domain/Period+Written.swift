extension Period {
    /// Reads a period as people write it in a form: `v. 10–22`, `v. 10–22 2027`, `2026-03-09 – 2026-05-29`, `HT 2026`.
    ///
    /// Weeks without a year are those of this year, or of the next where this year's are over. Throws `ValueError`.
    /// - Parameter today: what "this year" is reckoned from.
    public init(written text: String, today: Day) throws(ValueError) {
        if let term = try? Term(text) {
            self = try term.period
            return
        }
        let words = Self.words(text)
        if words.count == 2, let from = try? Day(words[0]), let to = try? Day(words[1]) {
            try self.init(from: from, to: to)
            return
        }
        guard let weeks = Self.weeks(words) else { throw .periodWritten }
        if let year = weeks.year {
            self = try Self.weeks(weeks.first, weeks.last, year)
        } else {
            let thisYear = try Self.weeks(weeks.first, weeks.last, today.isoWeek.year)
            self = thisYear.to >= today ? thisYear : try Self.weeks(weeks.first, weeks.last, today.isoWeek.year + 1)
        }
    }

    /// What is written, without dashes between two things, commas and the word for week.
    private static func words(_ text: String) -> [String] {
        var plain = ""
        let lower = text.lowercased()
        // A date has dashes of its own.
        let hasDates = lower.split(whereSeparator: { " –—,".contains($0) }).contains { (try? Day(String($0))) != nil }
        for character in lower {
            switch character {
            case "–", "—", ",": plain += " "
            case "-" where !hasDates: plain += " "
            default: plain.append(character)
            }
        }
        return plain.split(separator: " ").map(String.init).filter {
            !["-", "v", "v.", "vecka", "w", "week", "weeks"].contains($0)
        }
        .flatMap { word -> [String] in
            for prefix in ["v.", "v", "w"] where word.hasPrefix(prefix) && Int(word.dropFirst(prefix.count)) != nil {
                return [String(word.dropFirst(prefix.count))]
            }
            return [word]
        }
    }

    private static func weeks(_ words: [String]) -> (first: Int, last: Int, year: Int?)? {
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == words.count, let first = numbers.first, (1...53).contains(first) else { return nil }
        switch numbers.count {
        case 1: return (first, first, nil)
        case 2 where numbers[1] > 53: return (first, first, numbers[1])
        case 2: return (first, numbers[1], nil)
        case 3: return (first, numbers[1], numbers[2])
        default: return nil
        }
    }

    /// Monday of the first week to Friday of the last; where the last comes before the first, it is the next year's.
    private static func weeks(_ first: Int, _ last: Int, _ year: Int) throws(ValueError) -> Period {
        let from = try monday(of: first, year)
        let end = try monday(of: last, last < first ? year + 1 : year)
        return try Period(from: from, to: end.adding(4))
    }

    private static func monday(of week: Int, _ year: Int) throws(ValueError) -> Day {
        // 4 January always lies in week 1.
        let inWeekOne = try Day(year, 1, 4)
        let monday = inWeekOne.adding(1 - inWeekOne.weekday + (week - 1) * 7)
        guard (1...53).contains(week), monday.isoWeek.number == week, monday.isoWeek.year == year else {
            throw .week
        }
        return monday
    }

    /// Whether it is whole weeks, from a Monday to a Friday or Sunday.
    var isWholeWeeks: Bool { from.weekday == 1 && (to.weekday == 5 || to.weekday == 7) }

    /// The same a year later: the same weeks by number where it is whole weeks, for nobody begins on a Tuesday because a
    /// Monday's date moved, week 53 as the 52nd where the year has none; otherwise the same dates, 29 February as the 28th.
    public var nextYear: Period {
        get throws(ValueError) {
            guard isWholeWeeks else { return try Period(from: from.adding(years: 1), to: to.adding(years: 1)) }
            return try Period(from: from.sameWeekNextYear, to: to.sameWeekNextYear)
        }
    }

    /// `v. 10–22 2026`, where it is whole weeks; else its dates.
    public var written: String {
        guard isWholeWeeks else { return "\(from) – \(to)" }
        let (first, last) = (from.isoWeek, to.isoWeek)
        return first == last
            ? "v. \(first.number) \(first.year)"
            : first.year == last.year ? "v. \(first.number)–\(last.number) \(first.year)" : "\(from) – \(to)"
    }
}

extension Day {
    /// The same day of the week with the same number, a year later.
    fileprivate var sameWeekNextYear: Day {
        let later = adding(52 * 7)
        // From a year of 53 weeks it is one week more, but for the 53rd itself.
        return [later.isoWeek.number, 53].contains(isoWeek.number) ? later : adding(53 * 7)
    }
}

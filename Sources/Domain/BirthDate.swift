/// A date of birth as far as it is known: a coordination number may lack the month and the day.
public struct BirthDate: Sendable, Hashable {
    public let year: Int
    public let month: Int?
    public let day: Int?

    /// The civil day, where all of it is known.
    public var known: Day? {
        guard let month, let day else { return nil }
        return try? Day(year, month, day)
    }

    /// The latest day it can have been: a person is at least as old as this makes them.
    public var latest: Day {
        let month = month ?? 12
        let length = Day.length(ofMonth: month, year: year)
        return Day(unchecked: Day.number(year, month, day ?? length))
    }

    /// The earliest day it can have been.
    var earliest: Day { Day(unchecked: Day.number(year, month ?? 1, day ?? 1)) }

    /// Whether a day is one this date may stand for.
    public func agrees(with other: Day) -> Bool {
        let (year, month, day) = other.civil
        return year == self.year && month == (self.month ?? month) && day == (self.day ?? day)
    }
}

extension Day {
    /// Whole years from this day of birth to `day`; born on 29 February, one is a year older on 1 March.
    public func age(on day: Day) -> Int {
        let (birth, then) = (civil, day.civil)
        return then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day) ? 1 : 0)
    }
}

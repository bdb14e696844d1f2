import Domain

/// A day known to exist; the example's own dates only.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let result = try? Day(year, month, day) else { preconditionFailure("no such day") }
    return result
}

extension Day {
    /// This day, or the first Monday after it.
    var monday: Day { adding((8 - weekday) % 7) }

    /// This day, or the last Friday before it.
    var friday: Day { adding(-((weekday + 2) % 7)) }
}

/// The day on which the example is looked at, and on which its match round begins: 1 September.
func roundDay(_ year: Int) -> Day { day(year, 9, 1) }

/// When in the year a place is offered; the letter ends its code.
enum Term: String, CaseIterable {
    case spring = "V"
    case wholeYear = "A"
    case lateSummer = "S"
    case autumn = "H"
    /// Into the next year, so that a place counts in both.
    case winter = "X"

    func first(_ year: Int) -> Day {
        switch self {
        case .spring: day(year, 2, 1).monday
        case .wholeYear: day(year, 1, 1)
        case .lateSummer: day(year, 8, 14).monday
        case .autumn: day(year, 9, 7).monday
        case .winter: day(year, 9, 21).monday
        }
    }

    func last(_ year: Int) -> Day {
        switch self {
        case .spring: day(year, 6, 12).friday
        case .wholeYear: day(year, 12, 31)
        case .lateSummer, .autumn: day(year, 12, 18).friday
        case .winter: day(year + 1, 3, 20).friday
        }
    }

    /// The first day on which places of the term are offered.
    func offered(_ year: Int) -> Day {
        switch self {
        case .spring, .wholeYear: day(year - 1, 11, 3)
        case .lateSummer: day(year, 5, 4)
        case .autumn, .winter: day(year, 5, 18)
        }
    }
}

public import FoundationEssentials

/// Europe/Stockholm, reckoned by rule, so that no time-zone database has to be loaded at every start.
///
/// UTC+1, and UTC+2 from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (directive
/// 2000/84/EC; the same dates since 1996, which is before anything the service dates by the clock).
public enum SwedishTime {
    /// Seconds ahead of UTC: 3600, or 7200 in summer.
    public static func offset(at date: Date) -> Int {
        let seconds = wholeSeconds(date)
        let year = Day.clamped(seconds: seconds).year
        return seconds >= change(year, month: 3) && seconds < change(year, month: 10) ? 7200 : 3600
    }

    /// The civil day it is in Sweden at that moment.
    public static func day(of date: Date) -> Day {
        Day.clamped(seconds: wholeSeconds(date) + offset(at: date))
    }

    /// The moment a civil day begins in Sweden; never within a change, which is at night after midnight.
    public static func start(of day: Day) -> Date {
        let midnightUTC = Double(day.daysSince1970) * 86_400
        let guess = Date(timeIntervalSince1970: midnightUTC - 3600)
        return Date(timeIntervalSince1970: midnightUTC - Double(offset(at: guess)))
    }

    /// `2026-03-09 14:05:07`, Swedish time.
    public static func text(_ date: Date) -> String {
        let local = wholeSeconds(date) + offset(at: date)
        let second = Day.modulo(local, 86_400)
        let parts = [second / 3600, second / 60 % 60, second % 60].map { Day.padded($0, 2) }
        return "\(Day.clamped(seconds: local)) " + parts.joined(separator: ":")
    }

    private static func wholeSeconds(_ date: Date) -> Int {
        let limit = 253_402_300_799.0
        return Int(min(max(date.timeIntervalSince1970, -limit), limit).rounded(.down))
    }

    /// 01:00 UTC on the last Sunday of a month with 31 days.
    private static func change(_ year: Int, month: Int) -> Int {
        let last = Day(unchecked: Day.number(year, month, 31))
        return Int(last.adding(-(last.weekday % 7)).daysSince1970) * 86_400 + 3600
    }
}

extension Day {
    static func clamped(seconds: Int) -> Day {
        let days = floorDivide(seconds, 86_400)
        return Day(unchecked: min(max(days, Int(earliest.daysSince1970)), Int(latest.daysSince1970)))
    }
}

/// A civil date in the Gregorian calendar, without time or zone, from 0001-01-01 to 9999-12-31.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01, negative before it.
    public let daysSince1970: Int32

    public static let earliest = Day(unchecked: -719_162)
    public static let latest = Day(unchecked: 2_932_896)

    /// Throws `ValueError.date` outside the years 1 to 9999.
    public init(daysSince1970: Int) throws(ValueError) {
        guard daysSince1970 >= Int(Self.earliest.daysSince1970), daysSince1970 <= Int(Self.latest.daysSince1970) else {
            throw .date
        }
        self.daysSince1970 = Int32(daysSince1970)
    }

    init(unchecked days: Int) {
        daysSince1970 = Int32(days)
    }

    /// Throws `ValueError.date` for a date that is not in the calendar, such as 29 February in a common year.
    public init(_ year: Int, _ month: Int, _ day: Int) throws(ValueError) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { throw .date }
        self.init(unchecked: Self.number(year, month, day))
    }

    /// Reads exactly `YYYY-MM-DD`.
    public init(_ text: String) throws(ValueError) {
        try self.init(ascii: text.utf8)
    }

    /// Reads exactly `YYYY-MM-DD` from bytes, for files that are never turned into strings.
    public init(ascii bytes: some Collection<UInt8>) throws(ValueError) {
        guard bytes.count == 10 else { throw .date }
        var parts = (year: 0, month: 0, day: 0)
        var place = 0
        for byte in bytes {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { throw .date }
            } else {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { throw .date }
                let digit = Int(byte - UInt8(ascii: "0"))
                if place < 4 {
                    parts.year = parts.year * 10 + digit
                } else if place < 7 {
                    parts.month = parts.month * 10 + digit
                } else {
                    parts.day = parts.day * 10 + digit
                }
            }
            place += 1
        }
        try self.init(parts.year, parts.month, parts.day)
    }

    public static func < (left: Self, right: Self) -> Bool { left.daysSince1970 < right.daysSince1970 }

    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = civil
        return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }

    /// 1 Monday … 7 Sunday, as ISO 8601 numbers them; 1970-01-01 was a Thursday.
    public var weekday: Int { Self.modulo(Int(daysSince1970) + 3, 7) + 1 }

    /// The day `days` later (earlier when negative), held within the calendar's ends.
    public func adding(_ days: Int) -> Day {
        let sum = Int(daysSince1970) + days
        return Day(unchecked: min(max(sum, Int(Self.earliest.daysSince1970)), Int(Self.latest.daysSince1970)))
    }

    /// The same day `years` later; 29 February becomes 28 February where there is none.
    public func adding(years: Int) -> Day {
        let (year, month, day) = civil
        let target = min(max(year + years, 1), 9999)
        return Day(unchecked: Self.number(target, month, min(day, Self.length(ofMonth: month, year: target))))
    }

    /// How many days after `other` this day is; negative when before.
    public func days(since other: Day) -> Int { Int(daysSince1970) - Int(other.daysSince1970) }
}

// MARK: Calendar arithmetic

extension Day {
    /// The proleptic Gregorian calendar repeats every 400 years of 146,097 days; a year counted from March has its
    /// leap day last, so that the months before it have fixed lengths.
    static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let cycle = floorDivide(marchYear, 400)
        let yearOfCycle = marchYear - cycle * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * 146_097 + dayOfCycle - 719_468
    }

    var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSince1970) + 719_468
        let cycle = Self.floorDivide(shifted, 146_097)
        let dayOfCycle = shifted - cycle * 146_097
        let yearOfCycle =
            (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    static func modulo(_ value: Int, _ divisor: Int) -> Int { value - floorDivide(value, divisor) * divisor }

    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

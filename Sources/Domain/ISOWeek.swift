/// A week by ISO 8601, which has a year of its own: 2027-01-01 lies in week 53 of 2026.
public struct ISOWeek: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    /// 1…53.
    public let number: Int

    public init(_ day: Day) {
        // A week belongs to the year of its Thursday.
        let thursday = day.adding(4 - day.weekday)
        year = thursday.year
        number = (Int(thursday.daysSince1970) - Day.number(thursday.year, 1, 1)) / 7 + 1
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }

    /// As Swedish calendars write it: `v. 53 2026`.
    public var description: String { "v. \(number) \(year)" }
}

extension Day {
    public var isoWeek: ISOWeek { ISOWeek(self) }

    /// `9 mars 2026` or `9 March 2026`.
    public func long(in language: Language) -> String {
        let (year, month, day) = civil
        return "\(day) \(Self.monthNames[month - 1][language]) \(year)"
    }

    /// `9 mars 2026`.
    public var swedishLong: String { long(in: .swedish) }

    static let monthNames = [
        Phrase(sv: "januari", en: "January"), Phrase(sv: "februari", en: "February"),
        Phrase(sv: "mars", en: "March"), Phrase(sv: "april", en: "April"), Phrase(sv: "maj", en: "May"),
        Phrase(sv: "juni", en: "June"), Phrase(sv: "juli", en: "July"), Phrase(sv: "augusti", en: "August"),
        Phrase(sv: "september", en: "September"), Phrase(sv: "oktober", en: "October"),
        Phrase(sv: "november", en: "November"), Phrase(sv: "december", en: "December"),
    ]
}

extension Day {
    /// `9 mars 2026`, `9 March 2026`.
    public var longPhrase: Phrase { Phrase(sv: long(in: .swedish), en: long(in: .english)) }
}

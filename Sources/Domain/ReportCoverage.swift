/// What a report tells of: always of days that are over when it is due.
public enum ReportCoverage: String, Vocabulary {
    /// The latest whole calendar year.
    case year
    /// The latest whole half of a year.
    case half
    /// The latest whole third of a year: to April, August or December.
    case tertial
    /// The year from its beginning to the latest whole month; in January the year before.
    case soFar = "so_far"

    public var label: Phrase {
        switch self {
        case .year: Phrase(sv: "året", en: "the year")
        case .half: Phrase(sv: "halvåret", en: "the half-year")
        case .tertial: Phrase(sv: "tertialet", en: "the tertial")
        case .soFar: Phrase(sv: "året hittills", en: "the year so far")
        }
    }

    /// The days that a report due on a day tells of. Throws `ValueError.date` where there are none in the calendar.
    public func period(dueOn due: Day) throws(ValueError) -> Period {
        // Months before the one in which it is due, counted from the year 0.
        let whole = due.year * 12 + due.month - 1
        let (first, end) =
            switch self {
            case .year: ((whole / 12 - 1) * 12, whole / 12 * 12)
            case .half: ((whole / 6 - 1) * 6, whole / 6 * 6)
            case .tertial: ((whole / 4 - 1) * 4, whole / 4 * 4)
            case .soFar: ((whole - 1) / 12 * 12, whole)
            }
        return try Period(from: Day(first / 12, first % 12 + 1, 1), to: Day(end / 12, end % 12 + 1, 1).adding(-1))
    }
}

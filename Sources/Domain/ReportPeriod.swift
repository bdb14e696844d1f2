/// What time a report tells of: a calendar year or a fixed part of one, or days from one to another.
///
/// It is written as one word, in addresses as on the command line: `2026`, `2026-H1`, `2026-T3`, `2026-VT`,
/// `2026-03-01--2026-05-31`.
public enum ReportPeriod: Sendable, Hashable, CustomStringConvertible {
    case year(Int)
    /// 1 or 2.
    case half(Int, Int)
    /// 1 to 3, which end in April, August and December.
    case tertial(Int, Int)
    case term(Term)
    case range(Period)

    /// The kinds, by their names in documents and on the command line.
    public enum Kind: String, Vocabulary {
        case year
        case half
        case tertial
        case term
        case range

        public var label: Phrase {
            switch self {
            case .year: Phrase(sv: "kalenderår", en: "calendar year")
            case .half: Phrase(sv: "halvår", en: "half-year")
            case .tertial: Phrase(sv: "tertial", en: "tertial")
            case .term: Phrase(sv: "termin", en: "school term")
            case .range: Phrase(sv: "valda dagar", en: "chosen days")
            }
        }
    }

    /// Reads the one word, in either case. Throws `ValueError.reportPeriod`.
    public init(_ text: String) throws(ValueError) {
        if let range = Self.range(text) {
            self = .range(range)
            return
        }
        let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first.flatMap({ $0.utf8.count == 4 ? Int($0) : nil }), (1...9999).contains(year),
            parts.count <= 2
        else { throw .reportPeriod }
        switch parts.dropFirst().first {
        case nil: self = .year(year)
        case "H1": self = .half(year, 1)
        case "H2": self = .half(year, 2)
        case "T1": self = .tertial(year, 1)
        case "T2": self = .tertial(year, 2)
        case "T3": self = .tertial(year, 3)
        case let season?:
            guard let season = Term.Season(rawValue: String(season)) else { throw .reportPeriod }
            self = .term(try Term(season, year))
        }
    }

    private static func range(_ text: String) -> Period? {
        let text = Array(text.utf8)
        guard text.count == 22, text[10] == 0x2D, text[11] == 0x2D,
            let from = try? Day(String(decoding: text[..<10], as: UTF8.self)),
            let to = try? Day(String(decoding: text[12...], as: UTF8.self))
        else { return nil }
        return try? Period(from: from, to: to)
    }

    public var kind: Kind {
        switch self {
        case .year: .year
        case .half: .half
        case .tertial: .tertial
        case .term: .term
        case .range: .range
        }
    }

    /// The year that it lies in; of chosen days the one in which they end.
    public var year: Int {
        switch self {
        case .year(let year), .half(let year, _), .tertial(let year, _): year
        case .term(let term): term.year
        case .range(let period): period.to.year
        }
    }

    /// Whether it is one of those that are published: only such can be reckoned with in what has been published before.
    public var isFixed: Bool { kind != .range }

    /// Its days. Throws `ValueError.date` where the calendar has no such year, or the year has no such part.
    public var days: Period {
        get throws(ValueError) {
            switch self {
            case .year(let year): try Period(year: year)
            case .half(let year, let half): try Self.part(half, ofMonths: 6, in: year)
            case .tertial(let year, let tertial): try Self.part(tertial, ofMonths: 4, in: year)
            case .term(let term): try term.period
            case .range(let period): period
            }
        }
    }

    private static func part(_ number: Int, ofMonths months: Int, in year: Int) throws(ValueError) -> Period {
        guard (1...12 / months).contains(number) else { throw .date }
        let end = number * months
        return try Period(
            from: Day(year, end - months + 1, 1), to: Day(year, end, Day.length(ofMonth: end, year: year)))
    }

    /// The same period a year before; of chosen days the same dates, 28 February for a leap day. Nil before the calendar's
    /// first year.
    public var yearBefore: ReportPeriod? {
        guard year > 1 else { return nil }
        switch self {
        case .year(let year): return .year(year - 1)
        case .half(let year, let half): return .half(year - 1, half)
        case .tertial(let year, let tertial): return .tertial(year - 1, tertial)
        case .term(let term): return (try? Term(term.season, term.year - 1)).map { .term($0) }
        case .range(let period):
            guard let from = Self.yearBefore(period.from), let to = Self.yearBefore(period.to) else { return nil }
            return (try? Period(from: from, to: to)).map { .range($0) }
        }
    }

    private static func yearBefore(_ day: Day) -> Day? {
        (try? Day(day.year - 1, day.month, day.day)) ?? (try? Day(day.year - 1, day.month, 28))
    }

    /// As it is written in a sentence: `2026`, `första halvåret 2026`, `tertial 1 2026`, `VT 2026`.
    public var label: Phrase {
        switch self {
        case .year(let year): Phrase(sv: "\(year)", en: "\(year)")
        case .half(let year, let half):
            Phrase(
                sv: "\(half == 1 ? "första" : "andra") halvåret \(year)",
                en: "\(half == 1 ? "first" : "second") half of \(year)")
        case .tertial(let year, let tertial): Phrase(sv: "tertial \(tertial) \(year)", en: "tertial \(tertial) \(year)")
        case .term(let term):
            Phrase(sv: "\(term.season.label.sv) \(term.year)", en: "\(term.season.label.en) \(term.year)")
        case .range(let period): Phrase(sv: "\(period)", en: "\(period)")
        }
    }

    /// The one word that it is read from.
    public var description: String {
        switch self {
        case .year(let year): Self.digits(year)
        case .half(let year, let half): "\(Self.digits(year))-H\(half)"
        case .tertial(let year, let tertial): "\(Self.digits(year))-T\(tertial)"
        case .term(let term): "\(Self.digits(term.year))-\(term.season.rawValue)"
        case .range(let period): "\(period.from)--\(period.to)"
        }
    }

    private static func digits(_ year: Int) -> String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

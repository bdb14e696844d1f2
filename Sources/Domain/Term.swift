/// A school term: spring (vårtermin) is January to June, autumn (hösttermin) July to December.
public struct Term: Sendable, Hashable, CustomStringConvertible {
    public enum Season: String, Vocabulary {
        case spring = "VT"
        case autumn = "HT"

        public var label: Phrase {
            switch self {
            case .spring: Phrase(sv: "vårterminen", en: "spring term")
            case .autumn: Phrase(sv: "höstterminen", en: "autumn term")
            }
        }
    }

    public let season: Season
    public let year: Int

    /// - Parameter year: 1 to 9999, else `ValueError.date` is thrown.
    public init(_ season: Season, _ year: Int) throws(ValueError) {
        guard (1...9999).contains(year) else { throw .date }
        self.season = season
        self.year = year
    }

    /// Reads `VT 2026` or `VT2026`, in either case.
    public init(_ text: String) throws(ValueError) {
        let plain = text.uppercased().filter { $0 != " " }
        guard let season = Season(rawValue: String(plain.prefix(2))), plain.utf8.count == 6,
            let year = Int(plain.dropFirst(2))
        else { throw .date }
        try self.init(season, year)
    }

    /// The term that a day lies in.
    public init(containing day: Day) {
        season = day.month <= 6 ? .spring : .autumn
        year = day.year
    }

    public var period: Period {
        get throws(ValueError) {
            switch season {
            case .spring: try Period(from: Day(year, 1, 1), to: Day(year, 6, 30))
            case .autumn: try Period(from: Day(year, 7, 1), to: Day(year, 12, 31))
            }
        }
    }

    /// `VT 2026`.
    public var description: String { "\(season.rawValue) \(year)" }
}

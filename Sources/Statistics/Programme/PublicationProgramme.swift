public import Domain

/// What a statistician or the public can take out: every cut of a calendar year, and those of its halves and its tertials that
/// the follow-ups in the year are about. It is fixed, so that all of it can be reckoned with at once; days of one's own choice
/// are not in it and are never published.
///
/// The two school terms have the halves' days, and so the halves' figures and blanks.
public enum PublicationProgramme {
    /// The periods of a year in their order: what comes first is the last to be kept back for others' sake.
    public static func periods(of year: Int) -> [ReportPeriod] {
        [.year(year), .half(year, 1), .half(year, 2), .tertial(year, 1), .tertial(year, 2), .tertial(year, 3)]
    }

    /// Its tables. A part of the year in all cuts would show next to nothing, since most counts would be small, and cost the
    /// year's own report much of what it shows.
    public static func cuts(of period: ReportPeriod) -> [Cut] {
        switch period {
        case .year: Cut.allCases
        case .half, .tertial, .term: [.total, .unit, .referrer, .sex, .kind]
        case .range: []
        }
    }

    /// The programme's period of those days: a school term is a half-year. Nil for what is not in the programme.
    public static func period(_ period: ReportPeriod) -> ReportPeriod? {
        switch period {
        case .year, .half, .tertial: period
        case .term(let term): .half(term.year, term.season == .spring ? 1 : 2)
        case .range: nil
        }
    }

    /// How much more it costs to keep back a figure of such a period than one of the shortest.
    static func worth(of period: ReportPeriod) -> Int {
        switch period {
        case .year: 3
        case .half, .term: 2
        case .tertial, .range: 1
        }
    }
}

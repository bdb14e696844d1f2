import Domain

/// A report with what it is held against: the same period last year, the undertakings' targets and baselines, and the quality
/// of its figures.
public struct PeriodReport: Sendable {
    public private(set) var report: AnnualReport
    /// The same period a year before.
    public let before: AnnualReport?
    /// How the undertakings stand at the period's end, from the year's first day; none of days of one's own choice.
    public let targets: [UndertakingResult]
    public let quality: FigureQuality

    public init(report: AnnualReport, before: AnnualReport?, targets: [UndertakingResult], quality: FigureQuality) {
        self.report = report
        self.before = before
        self.targets = targets
        self.quality = quality
    }

    /// With what the report has to do with a closing of its period.
    public func marked(_ mark: SnapshotMark) -> PeriodReport {
        var marked = self
        marked.report.mark = mark
        return marked
    }

    /// People of whom the sex is not known, of those received.
    public var unknownSex: Int? { report[.sex, Sex.unknown.rawValue]?[.persons] }
}

extension PeriodReport: Encodable {
    /// The report's own fields, and those beside them.
    public func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var container = encoder.container(keyedBy: Name.self)
        if let before {
            var previous = container.nestedContainer(keyedBy: Name.self, forKey: Name("previous"))
            try previous.encode(before.period, forKey: Name("period"))
            try previous.encode(before.total, forKey: Name(Cut.total.rawValue))
        }
        try container.encode(targets, forKey: Name("targets"))
        var shares = container.nestedUnkeyedContainer(forKey: Name("shares"))
        for share in FigureShare.allCases {
            let value = share.value(in: report.total)
            var one = shares.nestedContainer(keyedBy: Name.self)
            try one.encode(share.rawValue, forKey: Name("name"))
            try one.encode(share.definition.identifier, forKey: Name("definition"))
            try one.encode(value.numerator, forKey: Name("numerator"))
            try one.encode(value.denominator, forKey: Name("denominator"))
            try one.encode(value.unknown, forKey: Name("unknown"))
            try one.encode(value.perCent, forKey: Name("per_cent"))
            try one.encode(value.response, forKey: Name("response_per_cent"))
            try one.encode(value.worst, forKey: Name("worst_per_cent"))
            try one.encode(value.best, forKey: Name("best_per_cent"))
        }
        try container.encode(quality, forKey: Name("quality"))
    }
}

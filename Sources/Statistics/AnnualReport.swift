public import Domain

/// A municipality's figures of one period, in a fixed programme of cuts.
public struct AnnualReport: Sendable, Hashable {
    public internal(set) var period: ReportPeriod
    public let municipality: MunicipalityCode
    public private(set) var parts: [Cut: [FigureRow]]
    /// Every figure that is kept back, such as `by_unit.SB.completed`; see ``suppressed(below:)``.
    public internal(set) var suppressed: [String]
    /// How much that is; nil where nothing is kept back.
    public internal(set) var loss: ReportLoss?
    /// What it has to do with a closing of its period; nil where there is none.
    public var mark: SnapshotMark?

    /// Fills in what follows from the counted figures. `parts` holds the counted rows of each cut in the order in which
    /// they are shown, the total as one row with the key `total`.
    public init(
        _ period: ReportPeriod, municipality: MunicipalityCode, parts: [Cut: [FigureRow]], suppressed: [String] = []
    ) {
        self.suppressed = suppressed
        self.period = period
        self.municipality = municipality
        self.parts = parts.mapValues { rows in
            rows.map { row in
                var row = row
                row.complete()
                return row
            }
        }
    }

    /// A report as it was, with nothing reckoned anew.
    init(
        restored period: ReportPeriod, municipality: MunicipalityCode, parts: [Cut: [FigureRow]], suppressed: [String],
        loss: ReportLoss?
    ) {
        self.period = period
        self.municipality = municipality
        self.parts = parts
        self.suppressed = suppressed
        self.loss = loss
    }

    /// The report of a calendar year.
    public init(
        year: Int, municipality: MunicipalityCode, parts: [Cut: [FigureRow]], suppressed: [String] = []
    ) {
        self.init(.year(year), municipality: municipality, parts: parts, suppressed: suppressed)
    }

    /// The year that the period lies in, or in which it ends.
    public var year: Int { period.year }

    public var total: FigureRow { parts[.total]?.first ?? FigureRow(key: Cut.total.rawValue, in: .total) }

    public subscript(cut: Cut) -> [FigureRow] { parts[cut] ?? [] }

    /// The cuts that it is divided by, in their order; of what is published of a part of the year not all.
    public var cuts: [Cut] { Cut.allCases.filter { $0 != .total && parts[$0] != nil } }

    /// The row of a key; nil when the cut has none.
    public subscript(cut: Cut, key: String) -> FigureRow? { self[cut].first { $0.key == key } }

    /// What its figures are defined by, in the order of the columns.
    public static let definitions: [Definition] =
        Figure.allCases.reduce(into: []) { definitions, figure in
            if !definitions.contains(figure.definition) { definitions.append(figure.definition) }
        } + [.timeToPlacement, .coverage]

    /// How many departments offered a place, and of how many; nil where the report is not divided by units.
    public var coverage: (covered: Int, departments: Int)? {
        guard parts[.unit] != nil else { return nil }
        let departments = self[.unit].filter(\.isDepartment)
        return (departments.count { ($0[.offered] ?? 0) > 0 }, departments.count)
    }

    /// What is kept back, with what is not shown for that reason.
    public var withheld: [String] {
        suppressed.flatMap { name in
            let started = ".\(Figure.started.rawValue)"
            return name.hasSuffix(started)
                ? [name, name.dropLast(started.count) + ".\(FigureRow.daysToStartName)"] : [name]
        }
    }

    mutating func withhold(_ figure: Figure, in cut: Cut, key: String) {
        for row in self[cut].indices where self[cut][row].key == key { parts[cut]?[row][figure] = nil }
    }
}

extension AnnualReport: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(year, forKey: Name("year"))
        try container.encode(period, forKey: Name("period"))
        try container.encode(municipality.rawValue, forKey: Name("municipality"))
        try container.encode(CountingRule.offeredInYear, forKey: Name("rule"))
        try container.encode(CountingRule.offeredInYear.version, forKey: Name("rule_version"))
        try container.encode(Self.definitions.map(\.identifier), forKey: Name("rules"))
        try container.encode(total, forKey: Name(Cut.total.rawValue))
        for cut in Cut.allCases where cut != .total {
            try container.encode(self[cut], forKey: Name(cut.rawValue))
        }
        if let coverage {
            var container = container.nestedContainer(keyedBy: Name.self, forKey: Name("coverage"))
            try container.encode(coverage.covered, forKey: Name("covered"))
            try container.encode(coverage.departments, forKey: Name("departments"))
        }
        try container.encode(withheld, forKey: Name("suppressed"))
        if let loss { try container.encode(loss, forKey: Name("loss")) }
        if let mark { try container.encode(mark, forKey: Name("snapshot")) }
    }
}

extension ReportPeriod: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(kind.rawValue, forKey: Name("kind"))
        try container.encode(description, forKey: Name("name"))
        if let days = try? days {
            try container.encode(days.from.description, forKey: Name("from"))
            try container.encode(days.to.description, forKey: Name("to"))
        }
    }
}

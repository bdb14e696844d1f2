public import Domain

/// A municipality's figures of one year, in a fixed programme of cuts.
public struct AnnualReport: Sendable, Hashable {
    public let year: Int
    public let municipality: MunicipalityCode
    public private(set) var parts: [Cut: [FigureRow]]
    /// Every figure that is kept back, such as `by_unit.SB.completed`; see ``suppressed(below:)``.
    public internal(set) var suppressed: [String]
    /// How much that is; nil where nothing is kept back.
    public internal(set) var loss: InformationLoss?

    /// Fills in what follows from the counted figures. `parts` holds the counted rows of each cut in the order in which
    /// they are shown, the total as one row with the key `total`.
    public init(
        year: Int, municipality: MunicipalityCode, parts: [Cut: [FigureRow]], suppressed: [String] = []
    ) {
        self.suppressed = suppressed
        self.year = year
        self.municipality = municipality
        self.parts = parts.mapValues { rows in
            rows.map { row in
                var row = row
                row.complete()
                return row
            }
        }
    }

    public var total: FigureRow { parts[.total]?.first ?? FigureRow(key: Cut.total.rawValue, in: .total) }

    public subscript(cut: Cut) -> [FigureRow] { parts[cut] ?? [] }

    /// The row of a key; nil when the cut has none.
    public subscript(cut: Cut, key: String) -> FigureRow? { self[cut].first { $0.key == key } }

    /// The rules that its figures are counted by, in the order of the columns.
    public static let rules: [CountingRule] = Figure.allCases.reduce(into: []) { rules, figure in
        if !rules.contains(figure.rule) { rules.append(figure.rule) }
    }

    mutating func withhold(_ figure: Figure, in cut: Cut, row: Int) {
        parts[cut]?[row][figure] = nil
    }
}

extension AnnualReport: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(year, forKey: Name("year"))
        try container.encode(municipality.rawValue, forKey: Name("municipality"))
        try container.encode(CountingRule.offeredInYear, forKey: Name("rule"))
        try container.encode(CountingRule.offeredInYear.version, forKey: Name("rule_version"))
        try container.encode(Self.rules.map(\.identifier), forKey: Name("rules"))
        try container.encode(total, forKey: Name(Cut.total.rawValue))
        for cut in Cut.allCases where cut != .total {
            try container.encode(self[cut], forKey: Name(cut.rawValue))
        }
        try container.encode(suppressed, forKey: Name("suppressed"))
    }
}

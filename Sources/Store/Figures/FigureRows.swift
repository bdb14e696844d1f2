public import Domain
public import Postgres

/// One row behind a figure: a slot with its places, or a placement, or a person whose introduction ended.
public struct FigureSource: Sendable, RowDecodable {
    /// What it adds to the figure; 1 for everything but places.
    public let count: Int
    public let unit: String?
    public let slot: Code?
    public let slotTitle: String?
    public let placement: Code?
    public let state: PlacementState?
    public let from: Day?
    public let to: Day?
    public let referrer: Code?
    public let reference: Code?
    /// Whether the person's identity is protected; then who and where is not told.
    public let isProtected: Bool

    public init(row: Row) throws {
        count = try row.value("count")
        isProtected = try row.value("protected", as: Bool?.self) ?? false
        unit = try row.value("unit")
        slot = try row.value("slot")
        slotTitle = try row.value("title")
        placement = try row.value("placement")
        state = try row.value("state")
        from = try row.value("starts_on")
        to = try row.value("ends_on")
        referrer = try row.value("referrer")
        reference = try row.value("reference")
    }

    package init(
        count: Int, unit: String?, slot: Code?, slotTitle: String?, placement: Code?, state: PlacementState?,
        from: Day?,
        to: Day?, referrer: Code?, reference: Code?, isProtected: Bool
    ) {
        self.count = count
        self.unit = unit
        self.slot = slot
        self.slotTitle = slotTitle
        self.placement = placement
        self.state = state
        self.from = from
        self.to = to
        self.referrer = referrer
        self.reference = reference
        self.isProtected = isProtected
    }

    private init(count: Int) {
        self.count = count
        isProtected = true
        unit = nil
        slot = nil
        slotTitle = nil
        placement = nil
        state = nil
        from = nil
        to = nil
        referrer = nil
        reference = nil
    }

    /// What may be shown of it.
    package var shown: FigureSource { isProtected ? FigureSource(count: count) : self }
}

extension Connection {
    /// The rows that a figure of a report is counted from; their counts add up to it.
    ///
    /// - Parameter key: the row of the cut; nil is the total.
    package func figureRows(
        _ municipality: MunicipalityCode, _ period: Period, _ measure: FigureMeasure, _ cut: AnnualFigures.Cut,
        key: String?
    ) async throws -> [FigureSource] {
        let parts = FigureParts(municipality, period)
        let matches: SQL = cut.column.map { "\($0) = \(key)" } ?? "true"
        let distinct: SQL = measure.isByPerson ? "DISTINCT ON (f.person_id)" : ""
        let order: SQL = measure.isByPerson ? "f.person_id, p.starts_on" : "s.title COLLATE \"sv-x-icu\", p.starts_on"
        return try await query(
            """
            WITH RECURSIVE
            \(parts.facts)
            SELECT \(distinct) \(measure.count) AS count, root_unit.name AS unit, s.code AS slot, s.title,
                p.code AS placement, p.state, coalesce(p.starts_on, s.starts_on) AS starts_on,
                coalesce(p.ends_on, s.ends_on) AS ends_on, r.code AS referrer, i.reference,
                e.protected
            FROM fact f
            LEFT JOIN organisation_unit root_unit ON root_unit.municipality = \(municipality)
                AND root_unit.id = f.unit_id
            LEFT JOIN referrer r ON r.municipality = \(municipality) AND r.id = f.referrer_id
            LEFT JOIN slot s ON s.municipality = \(municipality) AND s.id = f.slot_id
            LEFT JOIN placement p ON p.municipality = \(municipality) AND p.id = f.placement_id
            LEFT JOIN participant i ON i.municipality = \(municipality) AND i.id = f.participant_id
            LEFT JOIN person e ON e.municipality = \(municipality) AND e.id = i.person_id
            WHERE \(measure.count) > 0 AND \(matches)
            ORDER BY \(order)
            """, as: FigureSource.self)
    }
}

extension AnnualFigures.Cut {
    /// What a key of the cut is held against; nil for the total, which has none.
    fileprivate var column: SQL? {
        switch self {
        case .total: nil
        case .unit: "root_unit.code"
        case .referrer: "r.code"
        case .sex: "f.sex"
        case .age: "f.age"
        case .sfi: "f.sfi"
        case .kind: "f.kind"
        case .purpose: "f.purpose"
        case .occupation: "f.occupation"
        case .urgency: "f.urgency"
        }
    }
}

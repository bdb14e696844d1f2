package import Domain
package import Postgres

/// What was counted in a period for one key of one cut, as the report's statement answers it.
package struct AnnualFigures: Sendable, RowDecodable {
    package enum Cut: Int, CaseIterable, Sendable {
        // The bits tell by which of unit, referrer, sex, age, SFI, kind, purpose, occupation and urgency is *not* grouped.
        case unit = 0b011111111
        case referrer = 0b101111111
        case sex = 0b110111111
        case age = 0b111011111
        case sfi = 0b111101111
        case kind = 0b111110111
        case purpose = 0b111111011
        case occupation = 0b111111101
        case urgency = 0b111111110
        case total = 0b111111111
    }

    package let cut: Cut
    /// A code or a word; nil for the total.
    package let key: String?
    package let name: String?
    /// Whether the row is a `forvaltning` that is valid on some day of the period.
    package let isDepartment: Bool
    /// The median of the days from registration to start; nil where nothing started.
    package let daysToStart: Int?
    private let counts: [Int]

    package init(row: Row) throws {
        cut = Cut(rawValue: try row.value("cut")) ?? .total
        key = try row.value("key")
        name = try row.value("name")
        isDepartment = try row.value("is_department", as: Bool?.self) ?? false
        daysToStart = try row.value("days_to_start")
        counts = try row.value("counts")
    }

    /// Of each measure that is added up, how much it is.
    package var measured: some Sequence<(FigureMeasure, Int)> { zip(FigureMeasure.counted, counts) }
}

extension Connection {
    /// Counts a period in every cut in one statement, ordered by key. Units that are valid in it and all referrers are there
    /// with zeros if need be; of the others only those that were met.
    package func annualFigures(_ municipality: MunicipalityCode, _ period: Period) async throws -> [AnnualFigures] {
        try await query(Self.annualStatement(FigureParts(municipality, period)), as: AnnualFigures.self)
    }

    /// The report's statement; also what its speed is measured against.
    package static func annualStatement(_ parts: FigureParts) -> SQL {
        """
        WITH RECURSIVE
        \(parts.facts),
        tally AS (
            SELECT grouping(f.unit_id, f.referrer_id, f.sex, f.age, f.sfi, f.kind, f.purpose, f.occupation, f.urgency)
                    AS cut,
                f.unit_id, f.referrer_id, coalesce(f.sex, f.age, f.sfi, f.kind, f.purpose, f.occupation, f.urgency)
                    AS word,
                \(FigureMeasure.sums) AS counts,
                percentile_disc(0.5) WITHIN GROUP (ORDER BY f.waited) AS days_to_start
            FROM fact f
            GROUP BY GROUPING SETS ((), (f.unit_id), (f.referrer_id), (f.sex), (f.age), (f.sfi), (f.kind), (f.purpose),
                (f.occupation), (f.urgency))
        )
        SELECT t.cut, coalesce(u.code, r.code, t.word) AS key, coalesce(u.name, r.name) AS name, t.counts,
            t.days_to_start, u.kind = 'forvaltning' AND \(parts.isValid("u")) AS is_department
        FROM tally t
        LEFT JOIN organisation_unit u ON u.municipality = \(parts.municipality) AND u.id = t.unit_id
        LEFT JOIN referrer r ON r.municipality = \(parts.municipality) AND r.id = t.referrer_id
        WHERE t.cut = 511 OR t.unit_id IS NOT NULL OR t.referrer_id IS NOT NULL OR t.word IS NOT NULL
        ORDER BY t.cut, key
        """
    }
}

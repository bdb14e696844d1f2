package import Domain
package import Postgres

/// What was counted in a year for one key of one cut, as the annual report's statement answers it.
package struct AnnualFigures: Sendable, RowDecodable {
    package enum Cut: Int, Sendable {
        // The bits tell which of unit, referrer, sex and kind is *not* grouped by.
        case unit = 0b0111
        case referrer = 0b1011
        case sex = 0b1101
        case kind = 0b1110
        case total = 0b1111
    }

    package let cut: Cut
    /// A code or a word; nil for the total.
    package let key: String?
    package let name: String?
    package let offered: Int
    package let filled: Int
    package let started: Int
    package let completed: Int
    package let interrupted: Int
    package let noShow: Int
    package let persons: Int
    package let employedAny: Int
    package let koladaNumerator: Int
    package let known: Int
    package let sixtyNumerator: Int
    package let sixtyDenominator: Int

    package init(row: Row) throws {
        cut = Cut(rawValue: try row.value("cut")) ?? .total
        key = try row.value("key")
        name = try row.value("name")
        offered = try row.value("offered")
        filled = try row.value("filled")
        started = try row.value("started")
        completed = try row.value("completed")
        interrupted = try row.value("interrupted")
        noShow = try row.value("no_show")
        persons = try row.value("persons")
        employedAny = try row.value("employed_any")
        koladaNumerator = try row.value("kolada_numerator")
        known = try row.value("known")
        sixtyNumerator = try row.value("sixty_numerator")
        sixtyDenominator = try row.value("sixty_denominator")
    }
}

extension Connection {
    /// Counts a year in every cut in one statement, ordered by key. Units that are valid in the year and all referrers are
    /// there with zeros if need be; of sexes and kinds only those that were met.
    package func annualFigures(_ municipality: MunicipalityCode, _ year: Period) async throws -> [AnnualFigures] {
        try await query(Self.annualStatement(FigureParts(municipality, year)), as: AnnualFigures.self)
    }

    /// The annual report's statement; also what its speed is measured against.
    package static func annualStatement(_ parts: FigureParts) -> SQL {
        """
        WITH RECURSIVE
        \(parts.facts),
        tally AS (
            SELECT grouping(f.unit_id, f.referrer_id, f.sex, f.kind) AS cut, f.unit_id, f.referrer_id, f.sex, f.kind,
                coalesce(sum(f.offered), 0) AS offered, coalesce(sum(f.filled), 0) AS filled,
                coalesce(sum(f.started), 0) AS started, coalesce(sum(f.completed), 0) AS completed,
                coalesce(sum(f.interrupted), 0) AS interrupted, coalesce(sum(f.no_show), 0) AS no_show,
                count(DISTINCT f.person_id) AS persons, coalesce(sum(f.employed), 0) AS employed_any,
                coalesce(sum(f.kolada), 0) AS kolada_numerator, coalesce(sum(f.known), 0) AS known,
                coalesce(sum(f.reached), 0) AS sixty_numerator, coalesce(sum(f.introduced), 0) AS sixty_denominator
            FROM fact f
            GROUP BY GROUPING SETS ((), (f.unit_id), (f.referrer_id), (f.sex), (f.kind))
        )
        SELECT t.cut, coalesce(u.code, r.code, t.sex, t.kind) AS key, coalesce(u.name, r.name) AS name, t.offered,
            t.filled, t.started, t.completed, t.interrupted, t.no_show, t.persons, t.employed_any,
            t.kolada_numerator, t.known, t.sixty_numerator, t.sixty_denominator
        FROM tally t
        LEFT JOIN organisation_unit u ON u.municipality = \(parts.municipality) AND u.id = t.unit_id
        LEFT JOIN referrer r ON r.municipality = \(parts.municipality) AND r.id = t.referrer_id
        WHERE t.cut = 15 OR t.unit_id IS NOT NULL OR t.referrer_id IS NOT NULL OR t.sex IS NOT NULL
            OR t.kind IS NOT NULL
        ORDER BY t.cut, key
        """
    }
}

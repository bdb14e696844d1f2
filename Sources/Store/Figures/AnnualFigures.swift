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
        \(parts.root),
        \(parts.active),
        \(parts.offer),
        \(parts.followed),
        \(parts.introduced),
        peak AS MATERIALIZED (
            SELECT o.slot_id, max(o.at_once) AS at_once
            FROM (
                SELECT d.slot_id, sum(d.step) OVER (PARTITION BY d.slot_id ORDER BY d.day, d.step) AS at_once
                FROM (
                    SELECT a.slot_id, greatest(a.starts_on, \(parts.from)) AS day, 1 AS step FROM active a
                    WHERE a.occupied_to >= \(parts.from)
                    UNION ALL
                    SELECT a.slot_id, a.occupied_to + 1, -1 FROM active a WHERE a.occupied_to >= \(parts.from)
                ) AS d
            ) AS o
            GROUP BY o.slot_id
        ),
        fact (unit_id, referrer_id, sex, kind, offered, filled, started, completed, interrupted, no_show, person_id,
            employed, kolada, known, introduced, reached) AS (
            SELECT r.root_id, NULL::uuid, NULL, o.kind, o.places, least(o.places, coalesce(k.at_once, 0)),
                0, 0, 0, 0, NULL::uuid, 0, 0, 0, 0, 0
            FROM offer o
            JOIN root r ON r.unit_id = o.unit_id
            LEFT JOIN peak k ON k.slot_id = o.slot_id
            WHERE NOT o.is_draft
            UNION ALL
            SELECT r.root_id, i.referrer_id, i.sex, s.kind, 0, 0,
                (a.started_on BETWEEN \(parts.from) AND \(parts.to))::int,
                (a.state = 'completed' AND a.ended_on BETWEEN \(parts.from) AND \(parts.to))::int,
                (a.state = 'interrupted' AND a.ended_on BETWEEN \(parts.from) AND \(parts.to))::int,
                (a.state = 'no_show' AND a.state_on BETWEEN \(parts.from) AND \(parts.to))::int,
                CASE WHEN a.occupied_to >= \(parts.from) THEN a.person_id END,
                f.employed::int, f.kolada::int, (f.employed OR f.answered)::int, 0, 0
            FROM active a
            JOIN participant i ON i.municipality = \(parts.municipality) AND i.id = a.participant_id
            JOIN slot s ON s.municipality = \(parts.municipality) AND s.id = a.slot_id
            JOIN root r ON r.unit_id = s.unit_id
            LEFT JOIN followed f ON f.id = a.id
            UNION ALL
            SELECT NULL, i.referrer_id, i.sex, NULL, 0, 0, 0, 0, 0, 0, NULL, 0, 0, 0, 1,
                coalesce(t.reached, false)::int
            FROM introduced i
            LEFT JOIN settled t ON t.person_id = i.person_id
            WHERE i.ended_on <= \(parts.to)
            UNION ALL
            SELECT u.id, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0
            FROM organisation_unit u
            WHERE u.municipality = \(parts.municipality) AND u.parent_id IS NULL AND \(parts.isValid("u"))
            UNION ALL
            SELECT NULL, r.id, NULL, NULL, 0, 0, 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0
            FROM referrer r
            WHERE r.municipality = \(parts.municipality)
        ),
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

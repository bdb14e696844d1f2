package import Domain
package import Postgres

/// An undertaking in force in a year, and what was counted within its scope.
package struct CommitmentFigures: Sendable, RowDecodable {
    /// What was counted, or what is forecast.
    package struct Count: Sendable, Hashable {
        package var offered: Int
        package var filled: Int
        package var started: Int
        package var completed: Int
        package var persons: Int
    }

    package let code: String
    package let text: String
    package let unit: String?
    package let measure: UndertakingMeasure
    package let rule: CountingRule
    package let target: Amount?
    package let baseline: Amount?
    package let period: Period
    /// Only places kept for one referrer count.
    package let isKept: Bool
    package let count: Count
    package let forecast: Count
    package let interrupted: Int
    package let noShow: Int
    package let employedAny: Int
    package let koladaNumerator: Int
    package let sixtyNumerator: Int
    /// Nil in the scope of one unit, where an introduction that ended has no meaning.
    package let sixtyDenominator: Int?
    /// Codes of the departments, or of the unit and its sub-units, and beside each what it offered.
    package let shareUnits: [String]
    package let shareOffered: [Int]

    package init(row: Row) throws {
        code = try row.value("code")
        text = try row.value("text")
        unit = try row.value("unit")
        measure = try row.value("measure")
        rule = try row.value("rule")
        target = try row.value("target_hundredths")
        baseline = try row.value("baseline_hundredths")
        period = try row.period()
        isKept = try row.value("is_kept")
        count = Count(
            offered: try row.value("offered"), filled: try row.value("filled"), started: try row.value("started"),
            completed: try row.value("completed"), persons: try row.value("persons"))
        forecast = Count(
            offered: try row.value("will_offer"), filled: try row.value("will_fill"),
            started: try row.value("will_start"), completed: try row.value("will_complete"),
            persons: try row.value("will_receive"))
        interrupted = try row.value("interrupted")
        noShow = try row.value("no_show")
        employedAny = try row.value("employed_any")
        koladaNumerator = try row.value("kolada_numerator")
        sixtyNumerator = try row.value("sixty_numerator")
        sixtyDenominator = try row.value("sixty_denominator")
        shareUnits = try row.value("share_units")
        shareOffered = try row.value("share_offered")
    }
}

extension Connection {
    /// The undertakings in force in the year, by code, each with its figures, in one statement.
    ///
    /// An undertaking's scope is its unit and those below it, or jointly every unit whose root is a `forvaltning`; of the
    /// kinds only PUT for the rule `put_in_year`, else all but PUT and extratjänst; with an earmark only slots kept for that
    /// referrer, less the places that others got.
    package func commitmentFigures(_ municipality: MunicipalityCode, _ year: Period) async throws -> [CommitmentFigures]
    {
        let parts = FigureParts(municipality, year)
        return try await query(
            """
            WITH RECURSIVE
            \(parts.root),
            \(parts.below),
            \(parts.active),
            \(parts.offer),
            \(parts.followed),
            \(parts.introduced),
            \(occupation(parts)),
            \(claims(parts)),
            \(events(parts)),
            tally AS MATERIALIZED (
                SELECT c.undertaking_id,
                    count(*) FILTER (WHERE e.started) AS started, count(*) FILTER (WHERE e.completed) AS completed,
                    count(*) FILTER (WHERE e.interrupted) AS interrupted, count(*) FILTER (WHERE e.no_show) AS no_show,
                    count(DISTINCT e.person_id) FILTER (WHERE e.received) AS persons,
                    count(*) FILTER (WHERE e.employed) AS employed_any,
                    count(*) FILTER (WHERE e.kolada) AS kolada_numerator,
                    count(*) FILTER (WHERE e.will_start) AS will_start,
                    count(*) FILTER (WHERE e.will_complete) AS will_complete,
                    count(DISTINCT e.person_id) FILTER (WHERE e.will_be_received) AS will_receive
                FROM scope c
                JOIN event e ON e.unit_id = c.unit_id AND (e.kind = 'put') = c.is_put AND e.kind <> 'extratjanst'
                    AND (c.earmark_id IS NULL OR (e.earmark_id = c.earmark_id AND e.referrer_id = c.earmark_id))
                GROUP BY c.undertaking_id
            )
            SELECT u.code, u.text, v.code AS unit, u.measure, u.rule, u.target_hundredths, u.baseline_hundredths,
                u.starts_on, u.ends_on, u.earmark_id IS NOT NULL AS is_kept,
                coalesce(s.offered, 0) AS offered, coalesce(s.filled, 0) AS filled,
                coalesce(t.started, 0) AS started, coalesce(t.completed, 0) AS completed,
                coalesce(t.persons, 0) AS persons, coalesce(s.will_offer, 0) AS will_offer,
                coalesce(s.will_fill, 0) AS will_fill, coalesce(t.will_start, 0) AS will_start,
                coalesce(t.will_complete, 0) AS will_complete, coalesce(t.will_receive, 0) AS will_receive,
                coalesce(t.interrupted, 0) AS interrupted, coalesce(t.no_show, 0) AS no_show,
                coalesce(t.employed_any, 0) AS employed_any, coalesce(t.kolada_numerator, 0) AS kolada_numerator,
                n.reached AS sixty_numerator, CASE WHEN u.unit_id IS NULL THEN n.introduced END AS sixty_denominator,
                coalesce(s.units, '{}') AS share_units, coalesce(s.shares, '{}') AS share_offered
            FROM undertaking u
            LEFT JOIN organisation_unit v ON v.municipality = \(municipality) AND v.id = u.unit_id
            LEFT JOIN claimed s ON s.undertaking_id = u.id
            LEFT JOIN tally t ON t.undertaking_id = u.id
            CROSS JOIN LATERAL (
                SELECT count(*) AS introduced, count(*) FILTER (WHERE x.reached) AS reached
                FROM introduced i
                LEFT JOIN settled x ON x.person_id = i.person_id
                WHERE i.ended_on <= \(year.to) AND u.unit_id IS NULL
                    AND (u.earmark_id IS NULL OR i.referrer_id = u.earmark_id)
            ) AS n
            WHERE u.municipality = \(municipality) AND u.starts_on <= \(year.to) AND u.ends_on >= \(year.from)
            ORDER BY u.code
            """, as: CommitmentFigures.self)
    }

    /// `occupation`: the most people at once in each slot in the year: everybody, those of the referrer it is kept for, and
    /// the others; as decided, and with what is proposed.
    private func occupation(_ parts: FigureParts) -> SQL {
        """
        occupation AS MATERIALIZED (
            SELECT x.slot_id, max(x.everybody) AS everybody, max(x.own) AS own, max(x.others) AS others,
                max(x.will_everybody) AS will_everybody, max(x.will_own) AS will_own, max(x.will_others) AS will_others
            FROM (
                SELECT d.slot_id,
                    sum(d.step) FILTER (WHERE d.is_decided) OVER w AS everybody,
                    sum(d.step) FILTER (WHERE d.is_decided AND d.is_own) OVER w AS own,
                    sum(d.step) FILTER (WHERE d.is_decided AND NOT d.is_own) OVER w AS others,
                    sum(d.step) OVER w AS will_everybody,
                    sum(d.step) FILTER (WHERE d.is_own) OVER w AS will_own,
                    sum(d.step) FILTER (WHERE NOT d.is_own) OVER w AS will_others
                FROM (
                    SELECT a.slot_id, a.state <> 'proposed' AS is_decided,
                        coalesce(i.referrer_id = o.earmark_id, false) AS is_own, z.day, z.step
                    FROM active a
                    JOIN offer o ON o.slot_id = a.slot_id
                    JOIN participant i ON i.municipality = \(parts.municipality) AND i.id = a.participant_id
                    CROSS JOIN LATERAL (VALUES
                        (greatest(a.starts_on, \(parts.from)), 1),
                        (coalesce(a.occupied_to, a.ends_on) + 1, -1)
                    ) AS z (day, step)
                    WHERE (a.state = 'proposed' OR a.occupied_to IS NOT NULL)
                        AND coalesce(a.occupied_to, a.ends_on) >= \(parts.from)
                ) AS d
                WINDOW w AS (PARTITION BY d.slot_id ORDER BY d.day, d.step)
            ) AS x
            GROUP BY x.slot_id
        )
        """
    }

    /// `scope`, and `claim`: each slot of each undertaking. `claimed`: their sums and shares.
    private func claims(_ parts: FigureParts) -> SQL {
        """
        \(parts.scope),
        claim AS (
            SELECT c.undertaking_id, c.share, o.is_draft, z.offered, least(z.offered, z.filled) AS filled,
                z.will_offer, least(z.will_offer, z.will_fill) AS will_fill
            FROM scope c
            JOIN offer o ON o.unit_id = c.unit_id AND (o.kind = 'put') = c.is_put AND o.kind <> 'extratjanst'
                AND (c.earmark_id IS NULL OR o.earmark_id = c.earmark_id)
            LEFT JOIN occupation k ON k.slot_id = o.slot_id
            CROSS JOIN LATERAL (
                SELECT o.places AS offered, coalesce(k.everybody, 0) AS filled,
                    o.places AS will_offer, coalesce(k.will_everybody, 0) AS will_fill
                WHERE c.earmark_id IS NULL
                UNION ALL
                SELECT greatest(0, o.places - coalesce(k.others, 0)), coalesce(k.own, 0),
                    greatest(0, o.places - coalesce(k.will_others, 0)), coalesce(k.will_own, 0)
                WHERE c.earmark_id IS NOT NULL
            ) AS z
        ),
        claimed AS MATERIALIZED (
            SELECT y.undertaking_id, sum(y.offered) AS offered, sum(y.filled) AS filled,
                sum(y.will_offer) AS will_offer, sum(y.will_fill) AS will_fill,
                array_agg(y.share::text ORDER BY y.share) AS units,
                array_agg(y.offered::bigint ORDER BY y.share) AS shares
            FROM (
                SELECT c.undertaking_id, c.share,
                    coalesce(sum(c.offered) FILTER (WHERE NOT c.is_draft), 0) AS offered,
                    coalesce(sum(c.filled) FILTER (WHERE NOT c.is_draft), 0) AS filled,
                    sum(c.will_offer) AS will_offer, sum(c.will_fill) AS will_fill
                FROM (
                    SELECT undertaking_id, share, is_draft, offered, filled, will_offer, will_fill FROM claim
                    UNION ALL
                    SELECT DISTINCT undertaking_id, share, false, 0, 0, 0, 0 FROM scope WHERE is_valid
                ) AS c
                GROUP BY c.undertaking_id, c.share
            ) AS y
            GROUP BY y.undertaking_id
        )
        """
    }

    /// `event`: what happened to each placement in the year, and what is to happen if it is carried through.
    private func events(_ parts: FigureParts) -> SQL {
        """
        event AS MATERIALIZED (
            SELECT a.person_id, s.unit_id, s.kind, s.earmark_id, i.referrer_id,
                a.started_on BETWEEN \(parts.from) AND \(parts.to) AS started,
                a.state = 'completed' AND a.ended_on BETWEEN \(parts.from) AND \(parts.to) AS completed,
                a.state = 'interrupted' AND a.ended_on BETWEEN \(parts.from) AND \(parts.to) AS interrupted,
                a.state = 'no_show' AND a.state_on BETWEEN \(parts.from) AND \(parts.to) AS no_show,
                a.occupied_to >= \(parts.from) AS received, f.employed, f.kolada,
                CASE WHEN a.state IN ('proposed', 'accepted', 'agreed') THEN a.starts_on >= \(parts.from)
                    ELSE a.started_on BETWEEN \(parts.from) AND \(parts.to) END AS will_start,
                CASE WHEN a.state IN ('proposed', 'accepted', 'agreed', 'started')
                    THEN a.ends_on BETWEEN \(parts.from) AND \(parts.to)
                    ELSE a.state = 'completed' AND a.ended_on BETWEEN \(parts.from) AND \(parts.to)
                    END AS will_complete,
                a.occupied_to >= \(parts.from)
                    OR (a.state = 'proposed' AND a.ends_on >= \(parts.from)) AS will_be_received
            FROM active a
            JOIN participant i ON i.municipality = \(parts.municipality) AND i.id = a.participant_id
            JOIN slot s ON s.municipality = \(parts.municipality) AND s.id = a.slot_id
            LEFT JOIN followed f ON f.id = a.id
        )
        """
    }

    /// Codes of the departments valid in the year that offered no place in it, of whatever kind; one that another has taken
    /// over is that one's.
    package func unitsWithoutOffer(_ municipality: MunicipalityCode, _ year: Period) async throws -> [String] {
        let parts = FigureParts(municipality, year)
        return try await query(
            """
            WITH RECURSIVE
            \(parts.root),
            \(parts.home),
            \(parts.offer)
            SELECT u.code FROM organisation_unit u
            JOIN home own ON own.unit_id = u.id AND own.root_id = u.id
            WHERE u.municipality = \(municipality) AND u.kind = 'forvaltning' AND \(parts.isValid("u"))
                AND NOT EXISTS (SELECT FROM offer o JOIN home r ON r.unit_id = o.unit_id
                                WHERE r.root_id = u.id AND NOT o.is_draft AND o.places > 0)
            ORDER BY u.code
            """
        ).map { try $0.value("code") }
    }
}

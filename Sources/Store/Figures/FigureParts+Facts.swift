import Postgres

extension FigureParts {
    /// `fact`: every row that something is counted from, in one shape, with what it counts: the report adds them up, and a
    /// figure's rows are those of them that count in it. With the parts above; recursive.
    var facts: SQL {
        """
        \(root),
        \(home),
        \(active),
        \(offer),
        \(followed),
        \(introduced),
        \(peak),
        fact (unit_id, referrer_id, sex, age, sfi, kind, purpose, occupation, urgency,
            offered, filled, started, completed, interrupted, no_show, person_id, waited,
            employed, hired, known, kolada, kolada_known,
            introduced, reached, settled, sfi_asked, sfi_passed, sfi_undated, slot_id, placement_id, participant_id) AS (
            \(placeFacts)
            UNION ALL
            \(placementFacts)
            UNION ALL
            \(introductionFacts)
            UNION ALL
            SELECT h.root_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL
            FROM organisation_unit u
            JOIN home h ON h.unit_id = u.id
            WHERE u.municipality = \(municipality) AND u.parent_id IS NULL AND \(isValid("u"))
            UNION ALL
            SELECT NULL, r.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL
            FROM referrer r
            WHERE r.municipality = \(municipality)
        )
        """
    }

    private var placeFacts: SQL {
        """
        SELECT h.root_id, NULL::uuid, NULL, NULL, NULL, o.kind, \(place("o")),
            o.places, least(o.places, coalesce(k.at_once, 0)), 0, 0, 0, 0, NULL::uuid, NULL::int,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, o.slot_id, NULL::uuid, NULL::uuid
        FROM offer o
        JOIN home h ON h.unit_id = o.unit_id
        LEFT JOIN peak k ON k.slot_id = o.slot_id
        WHERE NOT o.is_draft
        """
    }

    private var placementFacts: SQL {
        """
        SELECT h.root_id, i.referrer_id, i.sex, \(age("i")), coalesce(i.sfi_passed, 'none'), s.kind, \(place("s")),
            0, 0,
            (a.started_on BETWEEN \(from) AND \(to))::int,
            (a.state = 'completed' AND a.ended_on BETWEEN \(from) AND \(to))::int,
            (a.state = 'interrupted' AND a.ended_on BETWEEN \(from) AND \(to))::int,
            (a.state = 'no_show' AND a.state_on BETWEEN \(from) AND \(to))::int,
            CASE WHEN a.occupied_to >= \(from) THEN a.person_id END,
            CASE WHEN a.started_on BETWEEN \(from) AND \(to) THEN greatest(0, a.started_on - i.registered_on) END,
            f.employed::int, f.hired::int, (f.employed OR f.answered)::int, f.kolada::int, f.kolada_known::int,
            0, 0, 0, 0, 0, 0, a.slot_id, a.id, a.participant_id
        FROM active a
        JOIN participant i ON i.municipality = \(municipality) AND i.id = a.participant_id
        JOIN slot s ON s.municipality = \(municipality) AND s.id = a.slot_id
        JOIN home h ON h.unit_id = s.unit_id
        LEFT JOIN followed f ON f.id = a.id
        """
    }

    private var introductionFacts: SQL {
        """
        SELECT NULL, i.referrer_id, i.sex, \(age("i")), coalesce(i.sfi_passed, 'none'), NULL, NULL, NULL, NULL,
            0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0,
            1, coalesce(t.reached, false)::int, (t.person_id IS NOT NULL)::int,
            (i.sfi_passed IS DISTINCT FROM 'not_needed')::int,
            coalesce(i.sfi_passed = 'D' AND i.sfi_passed_on <= i.ended_on + 90, false)::int,
            coalesce(i.sfi_passed = 'D' AND i.sfi_passed_on IS NULL, false)::int,
            NULL, NULL, i.participant_id
        FROM introduced i
        LEFT JOIN settled t ON t.person_id = i.person_id
        WHERE i.ended_on <= \(to)
        """
    }

    /// `peak`: the most people at once in each slot.
    private var peak: SQL {
        """
        peak AS MATERIALIZED (
            SELECT o.slot_id, max(o.at_once) AS at_once
            FROM (
                SELECT d.slot_id, sum(d.step) OVER (PARTITION BY d.slot_id ORDER BY d.day, d.step) AS at_once
                FROM (
                    SELECT a.slot_id, greatest(a.starts_on, \(from)) AS day, 1 AS step FROM active a
                    WHERE a.occupied_to >= \(from)
                    UNION ALL
                    SELECT a.slot_id, a.occupied_to + 1, -1 FROM active a WHERE a.occupied_to >= \(from)
                ) AS d
            ) AS o
            GROUP BY o.slot_id
        )
        """
    }

    /// Purpose, occupational area and urgency of the slot of that alias.
    private func place(_ slot: StaticString) -> SQL {
        """
        coalesce(\(raw: slot).purpose, 'unknown'), coalesce(left(\(raw: slot).ssyk, 1), 'unknown'),
            coalesce(\(raw: slot).urgency, 'unknown')
        """
    }

    /// The group of the age that the participant of that alias turns in the year in which the period ends.
    private func age(_ participant: StaticString) -> SQL {
        """
        CASE WHEN \(raw: participant).birth_date IS NULL THEN 'unknown'
            WHEN \(raw: participant).birth_date > \(bornBy("16")) THEN '0-15'
            WHEN \(raw: participant).birth_date > \(bornBy("20")) THEN '16-19'
            WHEN \(raw: participant).birth_date > \(bornBy("25")) THEN '20-24'
            WHEN \(raw: participant).birth_date > \(bornBy("35")) THEN '25-34'
            WHEN \(raw: participant).birth_date > \(bornBy("45")) THEN '35-44'
            WHEN \(raw: participant).birth_date > \(bornBy("55")) THEN '45-54'
            WHEN \(raw: participant).birth_date > \(bornBy("65")) THEN '55-64'
            ELSE '65-' END
        """
    }
}

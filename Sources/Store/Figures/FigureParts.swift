package import Domain
package import Postgres

/// The parts that the statements of the figures have in common: named sub-queries of one municipality and one year. What
/// they count, and why so, is said in the texts of the counting rules.
///
/// No function is called by row, and dates are compared by operators that row-level security lets use an index. They are
/// materialized, so that a planner without statistics, as after a first import, cannot choose to reckon one anew by row.
package struct FigureParts {
    let municipality: SQL
    let from: SQL
    let to: SQL

    package init(_ municipality: MunicipalityCode, _ year: Period) {
        self.init(municipality: "\(municipality)", from: "\(year.from)", to: "\(year.to)")
    }

    /// With other words for the three values, such as a script's variables.
    package init(municipality: SQL, from: SQL, to: SQL) {
        self.municipality = municipality
        self.from = from
        self.to = to
    }

    /// `root (unit_id, root_id, code, kind)`: every unit with the unit it belongs to at the top. Recursive.
    var root: SQL {
        """
        root (unit_id, root_id, code, kind) AS (
            SELECT u.id, u.id, u.code, u.kind FROM organisation_unit u
            WHERE u.municipality = \(municipality) AND u.parent_id IS NULL
            UNION ALL
            SELECT u.id, r.root_id, r.code, r.kind FROM root r
            JOIN organisation_unit u ON u.municipality = \(municipality) AND u.parent_id = r.unit_id
        )
        """
    }

    /// `active`: every placement that something may have happened to in the year. Whatever happened, did so after its first
    /// day and not after the later of its last day and its last step.
    var active: SQL {
        """
        active AS MATERIALIZED (
            SELECT p.id, p.slot_id, p.participant_id, p.person_id, p.starts_on, p.ends_on, p.occupied_to, p.state,
                p.state_on, p.started_on, p.ended_on
            FROM placement p
            WHERE p.municipality = \(municipality) AND p.starts_on <= \(to)
                AND greatest(p.state_on, p.ends_on) >= \(from)
        )
        """
    }

    /// `offer (slot_id, unit_id, kind, earmark_id, is_draft, places)`: every slot with a day in the year on which it was not
    /// withdrawn, and how many of its places were not withdrawn before its first day in the year.
    var offer: SQL {
        """
        offer (slot_id, unit_id, kind, earmark_id, is_draft, places) AS MATERIALIZED (
            SELECT s.id, s.unit_id, s.kind, s.earmark_id, s.state = 'draft',
                greatest(0, s.places - coalesce(sum(w.places), 0))::int
            FROM slot s
            LEFT JOIN slot_withdrawal w ON w.municipality = \(municipality) AND w.slot_id = s.id
                AND w.withdrawn_on <= greatest(s.starts_on, \(from))
            WHERE s.municipality = \(municipality) AND s.starts_on <= \(to) AND s.ends_on >= \(from)
                AND (s.withdrawn_on IS NULL OR s.withdrawn_on > greatest(s.starts_on, \(from)))
            GROUP BY s.municipality, s.id
        )
        """
    }

    /// Whether the outcome `o` tells of any employment within 180 days after the end of the placement `a`.
    var isEmployed: SQL {
        """
        (o.status = 'employed' AND (
            coalesce(o.starts_on, o.checked_on) BETWEEN a.ended_on AND a.ended_on + 180
            OR (o.starts_on < a.ended_on AND o.checked_on >= a.ended_on
                AND (o.ends_on IS NULL OR o.ends_on >= a.ended_on))))
        """
    }

    /// `followed (id, employed, answered, kolada)`: what is known of each placement that ended in the year and of which
    /// anything is. An outcome that names a placement is that placement's; one that names none is the person's, and so
    /// every placement's of that person whose time it falls in. One that stands back for a confirmed one counts nowhere.
    var followed: SQL {
        """
        followed AS MATERIALIZED (
            SELECT a.id,
                bool_or(\(isEmployed)) AS employed,
                bool_or(o.checked_on BETWEEN a.ended_on AND a.ended_on + 180) AS answered,
                (array_agg(
                    (o.status = 'employed' AND o.form IS DISTINCT FROM 'municipal_labour_market'
                        AND o.starts_on IS NOT NULL
                        AND (o.ends_on IS NULL OR o.ends_on + 1 >= (o.starts_on + interval '1 month')::date))
                    OR (o.status = 'studying' AND o.student_aid IS TRUE)
                    ORDER BY o.checked_on, o.code) FILTER (WHERE o.checked_on >= a.ended_on))[1] AS kolada
            FROM active a
            JOIN outcome o ON o.municipality = \(municipality) AND o.person_id = a.person_id
                AND (o.placement_id = a.id OR o.placement_id IS NULL)
            WHERE a.ended_on BETWEEN \(from) AND \(to) AND o.status <> 'unknown' AND o.set_aside_by IS NULL
            GROUP BY a.id
        )
        """
    }

    /// `introduced (person_id, participant_id, referrer_id, sex, ended_on)`: each person's last end of an introduction, from the year on,
    /// at the referrer that states it. `settled (person_id, reached)`: where the person stood within 90 days, for those of
    /// whom it is known.
    var introduced: SQL {
        """
        introduced AS MATERIALIZED (
            SELECT DISTINCT ON (i.person_id) i.person_id, i.id AS participant_id, i.referrer_id, i.sex,
                i.introduction_ended_on AS ended_on
            FROM participant i
            WHERE i.municipality = \(municipality) AND i.introduction_ended_on >= \(from)
            ORDER BY i.person_id, i.introduction_ended_on DESC, i.id
        ),
        settled AS MATERIALIZED (
            SELECT DISTINCT ON (i.person_id) i.person_id, o.status IN ('employed', 'studying') AS reached
            FROM introduced i
            JOIN outcome o ON o.municipality = \(municipality) AND o.person_id = i.person_id
                AND o.checked_on BETWEEN i.ended_on AND i.ended_on + 90
            WHERE i.ended_on <= \(to) AND o.status <> 'unknown' AND o.set_aside_by IS NULL
            ORDER BY i.person_id, o.checked_on DESC, o.code DESC
        )
        """
    }

    /// `fact`: every row that something is counted from, in one shape, with what it counts: the annual report adds them up,
    /// and a figure's rows are those of them that count in it. With the parts above; recursive.
    var facts: SQL {
        """
        \(root),
        \(active),
        \(offer),
        \(followed),
        \(introduced),
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
        ),
        fact (unit_id, referrer_id, sex, kind, offered, filled, started, completed, interrupted, no_show, person_id,
            employed, kolada, known, introduced, reached, slot_id, placement_id, participant_id) AS (
            SELECT r.root_id, NULL::uuid, NULL, o.kind, o.places, least(o.places, coalesce(k.at_once, 0)),
                0, 0, 0, 0, NULL::uuid, 0, 0, 0, 0, 0, o.slot_id, NULL::uuid, NULL::uuid
            FROM offer o
            JOIN root r ON r.unit_id = o.unit_id
            LEFT JOIN peak k ON k.slot_id = o.slot_id
            WHERE NOT o.is_draft
            UNION ALL
            SELECT r.root_id, i.referrer_id, i.sex, s.kind, 0, 0,
                (a.started_on BETWEEN \(from) AND \(to))::int,
                (a.state = 'completed' AND a.ended_on BETWEEN \(from) AND \(to))::int,
                (a.state = 'interrupted' AND a.ended_on BETWEEN \(from) AND \(to))::int,
                (a.state = 'no_show' AND a.state_on BETWEEN \(from) AND \(to))::int,
                CASE WHEN a.occupied_to >= \(from) THEN a.person_id END,
                f.employed::int, f.kolada::int, (f.employed OR f.answered)::int, 0, 0, a.slot_id, a.id, a.participant_id
            FROM active a
            JOIN participant i ON i.municipality = \(municipality) AND i.id = a.participant_id
            JOIN slot s ON s.municipality = \(municipality) AND s.id = a.slot_id
            JOIN root r ON r.unit_id = s.unit_id
            LEFT JOIN followed f ON f.id = a.id
            UNION ALL
            SELECT NULL, i.referrer_id, i.sex, NULL, 0, 0, 0, 0, 0, 0, NULL, 0, 0, 0, 1,
                coalesce(t.reached, false)::int, NULL, NULL, i.participant_id
            FROM introduced i
            LEFT JOIN settled t ON t.person_id = i.person_id
            WHERE i.ended_on <= \(to)
            UNION ALL
            SELECT u.id, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL
            FROM organisation_unit u
            WHERE u.municipality = \(municipality) AND u.parent_id IS NULL AND \(isValid("u"))
            UNION ALL
            SELECT NULL, r.id, NULL, NULL, 0, 0, 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL
            FROM referrer r
            WHERE r.municipality = \(municipality)
        )
        """
    }

    /// Whether the unit of that alias is valid on some day of the year.
    func isValid(_ unit: StaticString) -> SQL {
        """
        (\(raw: unit).valid_from IS NULL OR \(raw: unit).valid_from <= \(to))
            AND (\(raw: unit).valid_to IS NULL OR \(raw: unit).valid_to >= \(from))
        """
    }
}

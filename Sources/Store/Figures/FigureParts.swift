package import Domain
package import Postgres

/// The parts that the statements of the figures have in common: named sub-queries of one municipality and one period. What
/// they count, and why so, is said in the texts of the counting rules.
///
/// No function is called by row, and dates are compared by operators that row-level security lets use an index. They are
/// materialized, so that a planner without statistics, as after a first import, cannot choose to reckon one anew by row.
package struct FigureParts {
    let municipality: SQL
    let from: SQL
    let to: SQL
    /// The last day of birth of those who turn so many years in the year in which the period ends.
    let bornBy: @Sendable (_ age: StaticString) -> SQL

    package init(_ municipality: MunicipalityCode, _ period: Period) {
        self.municipality = "\(municipality)"
        from = "\(period.from)"
        to = "\(period.to)"
        // Nobody is as old as the calendar.
        bornBy = { age in
            Int(age.description).flatMap { try? Day(period.to.year - $0, 12, 31) }.map { "\($0)" }
                ?? "'-infinity'::date"
        }
    }

    /// With other words for the three values, such as a script's variables.
    package init(municipality: SQL, from: SQL, to: SQL) {
        self.municipality = municipality
        self.from = from
        self.to = to
        bornBy = { age in "make_date(extract(year FROM \(to))::int - \(raw: age), 12, 31)" }
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

    /// `home (unit_id, root_id)`: every unit with the unit at the top that its figures stand under, as the units are at the
    /// end of the period: from a unit that is gone by then to its successor, if that is there, else from a sub-unit to the
    /// unit it belongs to, and so on. Where this goes in a circle it is where the unit at the top as it stands goes, and
    /// that unit itself where that is a circle too. Recursive, with `root`.
    var home: SQL {
        """
        step (unit_id, at_id) AS (
            SELECT u.id, u.id FROM organisation_unit u WHERE u.municipality = \(municipality)
            UNION
            SELECT s.unit_id, n.next_id FROM step s JOIN onward n ON n.unit_id = s.at_id
        ),
        onward (unit_id, next_id) AS (
            SELECT u.id, coalesce(v.id, u.parent_id)
            FROM organisation_unit u
            LEFT JOIN organisation_unit v ON v.municipality = \(municipality) AND v.id = u.successor_id
                AND u.valid_to < \(to) AND (v.valid_from IS NULL OR v.valid_from <= \(to))
            WHERE u.municipality = \(municipality) AND (v.id IS NOT NULL OR u.parent_id IS NOT NULL)
        ),
        home (unit_id, root_id) AS MATERIALIZED (
            SELECT r.unit_id, coalesce(t.at_id, top.at_id, r.root_id)
            FROM root r
            LEFT JOIN step t ON t.unit_id = r.unit_id AND NOT EXISTS (SELECT FROM onward n WHERE n.unit_id = t.at_id)
            LEFT JOIN step top ON top.unit_id = r.root_id
                AND NOT EXISTS (SELECT FROM onward n WHERE n.unit_id = top.at_id)
        )
        """
    }

    /// `active`: every placement that something may have happened to in the period. Whatever happened, did so after its first
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

    /// `offer (slot_id, unit_id, kind, earmark_id, is_draft, places, …)`: every slot with a day in the period on which it was not
    /// withdrawn, and how many of its places were not withdrawn before its first day in the period; and what else places are divided by.
    var offer: SQL {
        """
        offer (slot_id, unit_id, kind, earmark_id, is_draft, places, purpose, ssyk, urgency) AS MATERIALIZED (
            SELECT s.id, s.unit_id, s.kind, s.earmark_id, s.state = 'draft',
                greatest(0, s.places - coalesce(sum(w.places), 0))::int, s.purpose, s.ssyk, s.urgency
            FROM slot s
            LEFT JOIN slot_withdrawal w ON w.municipality = \(municipality) AND w.slot_id = s.id
                AND w.withdrawn_on <= greatest(s.starts_on, \(from))
            WHERE s.municipality = \(municipality) AND s.starts_on <= \(to) AND s.ends_on >= \(from)
                AND (s.withdrawn_on IS NULL OR s.withdrawn_on > greatest(s.starts_on, \(from)))
            GROUP BY s.municipality, s.id
        )
        """
    }

    /// Whether the unit of that alias is valid on some day of the period.
    func isValid(_ unit: StaticString) -> SQL {
        """
        (\(raw: unit).valid_from IS NULL OR \(raw: unit).valid_from <= \(to))
            AND (\(raw: unit).valid_to IS NULL OR \(raw: unit).valid_to >= \(from))
        """
    }
}

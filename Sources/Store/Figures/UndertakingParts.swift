import Postgres

/// The parts that have to do with undertakings.
extension FigureParts {
    /// `below (ancestor_id, unit_id)`: every unit with itself and each unit it stands below. Recursive.
    var below: SQL {
        """
        below (ancestor_id, unit_id) AS (
            SELECT u.id, u.id FROM organisation_unit u WHERE u.municipality = \(municipality)
            UNION
            SELECT b.ancestor_id, u.id FROM below b
            JOIN organisation_unit u ON u.municipality = \(municipality) AND u.parent_id = b.unit_id
        )
        """
    }

    /// `scope`: the units of each undertaking in force in the year, with the unit each is shown under. With the parts above
    /// and `root`.
    var scope: SQL {
        """
        scope AS MATERIALIZED (
            SELECT u.id AS undertaking_id, u.earmark_id, u.rule = 'put_in_year' AS is_put, b.unit_id, v.code AS share,
                \(isValid("v")) AS is_valid
            FROM undertaking u
            CROSS JOIN LATERAL (
                SELECT r.unit_id, r.root_id AS shown_id FROM root r WHERE u.unit_id IS NULL AND r.kind = 'forvaltning'
                UNION ALL
                SELECT b.unit_id, b.unit_id FROM below b WHERE b.ancestor_id = u.unit_id
            ) AS b
            JOIN organisation_unit v ON v.municipality = \(municipality) AND v.id = b.shown_id
            WHERE u.municipality = \(municipality) AND u.starts_on <= \(to)
                AND u.ends_on >= \(from)
        )
        """
    }
}

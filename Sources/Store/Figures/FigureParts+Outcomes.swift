import Postgres

extension FigureParts {
    /// Whether an outcome `o` says that somebody was employed on a day from the end of placement `a` to 180 days after it: from
    /// the beginning that is stated, else the day it was told, to the end that is stated, else the day it was told. What was
    /// told before the placement ended counts too, where its days reach that far.
    var isEmployed: SQL {
        """
        (o.status = 'employed' AND coalesce(o.starts_on, o.checked_on) <= a.ended_on + 180
            AND coalesce(o.ends_on, greatest(o.starts_on, o.checked_on)) >= a.ended_on)
        """
    }

    /// `followed (id, employed, hired, answered, kolada, kolada_known)`: what is known of each placement that ended in the period and of which
    /// anything is. An outcome that names a placement is that placement's; one that names none is the person's, and so
    /// every placement's of that person whose time it falls in. One that stands back for a confirmed one counts nowhere.
    var followed: SQL {
        """
        followed AS MATERIALIZED (
            SELECT a.id,
                bool_or(\(isEmployed)) AS employed,
                bool_or(o.employer = 'host' AND \(isEmployed)) AS hired,
                bool_or(o.checked_on BETWEEN a.ended_on AND a.ended_on + 180) AS answered,
                (array_agg(
                    (o.status = 'employed' AND o.form IS DISTINCT FROM 'municipal_labour_market'
                        AND o.starts_on IS NOT NULL
                        AND (o.ends_on IS NULL OR o.ends_on + 1 >= (o.starts_on + interval '1 month')::date))
                    OR (o.status = 'studying' AND o.student_aid IS TRUE)
                    ORDER BY o.checked_on, o.code) FILTER (WHERE o.checked_on >= a.ended_on))[1] AS kolada,
                bool_or(o.checked_on >= a.ended_on) AS kolada_known
            FROM active a
            JOIN outcome o ON o.municipality = \(municipality) AND o.person_id = a.person_id
                AND (o.placement_id = a.id OR o.placement_id IS NULL)
            WHERE a.ended_on BETWEEN \(from) AND \(to) AND o.status <> 'unknown' AND o.set_aside_by IS NULL
            GROUP BY a.id
        )
        """
    }

    /// `introduced (person_id, participant_id, …, ended_on)`: each person's last end of an introduction, from the period on,
    /// at the referrer that states it. `settled (person_id, reached)`: where the person stood within 90 days, for those of
    /// whom it is known.
    var introduced: SQL {
        """
        introduced AS MATERIALIZED (
            SELECT DISTINCT ON (i.person_id) i.person_id, i.id AS participant_id, i.referrer_id, i.sex,
                i.birth_date, i.sfi_passed, i.sfi_passed_on, i.introduction_ended_on AS ended_on
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
}

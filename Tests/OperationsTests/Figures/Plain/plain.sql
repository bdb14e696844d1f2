-- Every figure of the annual report once more, in plain SQL, written from the rule texts alone (`praktik report
-- definitions`) and knowing nothing of the program's own statements. It answers for every municipality and period in
--
--     asked (municipality, period, first_day, last_day)
--
-- and is for a superuser, whom row-level security does not hold. Each figure is one statement, headed by its name, that
-- answers municipality, period, cut, key and value; keys that nothing was counted for are left out.

-- = common

-- What a unit is counted as on the period's last day: step by step to a successor that is there, else to the unit above. The
-- rule is silent on successors in a circle: then it is what the unit at the top is counted as, or that unit.
CREATE TEMP TABLE home AS
WITH RECURSIVE next AS (
    SELECT a.municipality, a.period, u.id AS unit_id, u.parent_id, coalesce(s.id, u.parent_id) AS next_id
    FROM asked a
    JOIN organisation_unit u ON u.municipality = a.municipality
    LEFT JOIN organisation_unit s ON s.municipality = u.municipality AND s.id = u.successor_id
        AND u.valid_to < a.last_day AND coalesce(s.valid_from <= a.last_day, true)
), walk (municipality, period, unit_id, at_id, path) AS (
    SELECT municipality, period, unit_id, unit_id, ARRAY[unit_id] FROM next
    UNION ALL
    SELECT w.municipality, w.period, w.unit_id, n.next_id, w.path || n.next_id
    FROM walk w JOIN next n ON (n.municipality, n.period, n.unit_id) = (w.municipality, w.period, w.at_id)
    WHERE n.next_id <> ALL (w.path)
), above (municipality, period, unit_id, at_id) AS (
    SELECT municipality, period, unit_id, unit_id FROM next
    UNION ALL
    SELECT b.municipality, b.period, b.unit_id, n.parent_id
    FROM above b JOIN next n ON (n.municipality, n.period, n.unit_id) = (b.municipality, b.period, b.at_id)
    WHERE n.parent_id IS NOT NULL
), last AS (
    SELECT w.municipality, w.period, w.unit_id, w.at_id
    FROM walk w JOIN next n ON (n.municipality, n.period, n.unit_id) = (w.municipality, w.period, w.at_id)
    WHERE n.next_id IS NULL
), top AS (
    SELECT b.municipality, b.period, b.unit_id, b.at_id
    FROM above b JOIN next n ON (n.municipality, n.period, n.unit_id) = (b.municipality, b.period, b.at_id)
    WHERE n.parent_id IS NULL
)
SELECT t.municipality, t.period, t.unit_id, coalesce(l.at_id, of_top.at_id, t.at_id) AS home_id
FROM top t
LEFT JOIN last l ON (l.municipality, l.period, l.unit_id) = (t.municipality, t.period, t.unit_id)
LEFT JOIN last of_top ON (of_top.municipality, of_top.period, of_top.unit_id) = (t.municipality, t.period, t.at_id);

-- The rows of each cut that a slot is counted in.
CREATE TEMP TABLE slot_key AS
SELECT a.municipality, a.period, s.id AS slot_id, c.cut, c.key
FROM asked a
JOIN slot s ON s.municipality = a.municipality
JOIN home h ON h.municipality = a.municipality AND h.period = a.period AND h.unit_id = s.unit_id
JOIN organisation_unit u ON u.municipality = a.municipality AND u.id = h.home_id
CROSS JOIN LATERAL (VALUES
    ('by_unit', u.code::text), ('by_kind', s.kind), ('by_purpose', coalesce(s.purpose, 'unknown')),
    ('by_occupation', coalesce(left(s.ssyk, 1), 'unknown')), ('by_urgency', coalesce(s.urgency, 'unknown'))
) AS c (cut, key);

-- The rows of each cut that a person is counted in, as one referrer has told of them.
CREATE TEMP TABLE participant_key AS
SELECT a.municipality, a.period, p.id AS participant_id, c.cut, c.key
FROM asked a
JOIN participant p ON p.municipality = a.municipality
JOIN referrer r ON r.municipality = p.municipality AND r.id = p.referrer_id
CROSS JOIN LATERAL (SELECT extract(year FROM a.last_day) - extract(year FROM p.birth_date) AS years) AS age
CROSS JOIN LATERAL (VALUES
    ('by_referrer', r.code::text), ('by_sex', p.sex), ('by_sfi', coalesce(p.sfi_passed, 'none')),
    ('by_age', CASE
        WHEN age.years IS NULL THEN 'unknown' WHEN age.years <= 15 THEN '0-15' WHEN age.years <= 19 THEN '16-19'
        WHEN age.years <= 24 THEN '20-24' WHEN age.years <= 34 THEN '25-34' WHEN age.years <= 44 THEN '35-44'
        WHEN age.years <= 54 THEN '45-54' WHEN age.years <= 64 THEN '55-64' ELSE '65-' END)
) AS c (cut, key);

-- A placement is counted in the rows of its slot and of its participant.
CREATE TEMP TABLE placement_key AS
SELECT a.municipality, a.period, a.first_day, a.last_day, p.id AS placement_id, c.cut, c.key
FROM asked a
JOIN placement p ON p.municipality = a.municipality
CROSS JOIN LATERAL (
    SELECT 'total' AS cut, 'total' AS key
    UNION ALL
    SELECT k.cut, k.key FROM slot_key k
    WHERE k.municipality = a.municipality AND k.period = a.period AND k.slot_id = p.slot_id
    UNION ALL
    SELECT k.cut, k.key FROM participant_key k
    WHERE k.municipality = a.municipality AND k.period = a.period AND k.participant_id = p.participant_id
) AS c;

-- Places offered by slot. A place is only ever taken back, so there are as many as on the first of the slot's days in the
-- period; the day of a withdrawal is the first on which it is not offered.
CREATE TEMP TABLE open_slot AS
SELECT a.municipality, a.period, a.first_day, a.last_day, s.id AS slot_id,
    CASE WHEN s.withdrawn_on <= d.day THEN 0 ELSE greatest(0, s.places - taken_back.places) END AS places
FROM asked a
JOIN slot s ON s.municipality = a.municipality AND s.state <> 'draft'
    AND s.starts_on <= a.last_day AND s.ends_on >= a.first_day
CROSS JOIN LATERAL (SELECT greatest(s.starts_on, a.first_day) AS day) AS d
CROSS JOIN LATERAL (
    SELECT coalesce(sum(w.places), 0) AS places FROM slot_withdrawal w
    WHERE w.municipality = s.municipality AND w.slot_id = s.id AND w.withdrawn_on <= d.day
) AS taken_back;

CREATE TEMP TABLE open_key AS
SELECT o.municipality, o.period, o.slot_id, o.places, k.cut, k.key
FROM open_slot o JOIN slot_key k ON (k.municipality, k.period, k.slot_id) = (o.municipality, o.period, o.slot_id)
UNION ALL
SELECT municipality, period, slot_id, places, 'total', 'total' FROM open_slot;

-- What is known of a person, without what stands back for something confirmed.
CREATE TEMP TABLE answer AS
SELECT * FROM outcome WHERE status <> 'unknown' AND set_aside_by IS NULL;

-- Placements that ended, completed or interrupted.
CREATE TEMP TABLE ended AS
SELECT municipality, id AS placement_id, person_id, ended_on FROM placement WHERE state IN ('completed', 'interrupted');

-- What is known after the end of a placement, the last day with it: what was told of that placement, and what was told of the
-- person without naming any.
CREATE TEMP TABLE answer_after AS
SELECT e.municipality, e.placement_id, e.ended_on, o.code, o.checked_on, o.status, o.employer, o.form, o.starts_on,
    o.ends_on, o.student_aid
FROM ended e
JOIN answer o ON o.municipality = e.municipality AND o.person_id = e.person_id
    AND coalesce(o.placement_id = e.placement_id, true);

-- Employment on a day within 180 days after the end: from its beginning, else from the day it was told, to its end, else to the
-- day it was told.
CREATE TEMP TABLE employment AS
SELECT municipality, placement_id, bool_or(employer = 'host') IS TRUE AS is_at_host
FROM answer_after
WHERE status = 'employed' AND coalesce(starts_on, checked_on) <= ended_on + 180
    AND coalesce(ends_on, greatest(checked_on, starts_on)) >= ended_on
GROUP BY municipality, placement_id;

-- Introductions that ended, in the rows of the participant of whom the referrer has stated it; where several have, the last end
-- is the person's.
CREATE TEMP TABLE introduction_key AS
SELECT a.municipality, a.period, p.id AS participant_id, p.person_id, p.introduction_ended_on AS ended_on, c.cut, c.key
FROM asked a
JOIN participant p ON p.municipality = a.municipality AND p.introduction_ended_on BETWEEN a.first_day AND a.last_day
    AND NOT EXISTS (
        SELECT FROM participant other WHERE other.municipality = p.municipality AND other.person_id = p.person_id
            AND (other.introduction_ended_on > p.introduction_ended_on
                OR other.introduction_ended_on = p.introduction_ended_on AND other.id < p.id))
CROSS JOIN LATERAL (
    SELECT 'total' AS cut, 'total' AS key
    UNION ALL
    SELECT k.cut, k.key FROM participant_key k
    WHERE k.municipality = a.municipality AND k.period = a.period AND k.participant_id = p.id
) AS c;

-- Departments that are there at the period's end, or were in it without another taking over.
CREATE TEMP TABLE department AS
SELECT a.municipality, a.period, u.code::text AS code
FROM asked a
JOIN organisation_unit u ON u.municipality = a.municipality AND u.kind = 'forvaltning'
    AND coalesce(u.valid_from <= a.last_day, true) AND coalesce(u.valid_to >= a.first_day, true)
JOIN home h ON h.municipality = a.municipality AND h.period = a.period AND h.unit_id = u.id AND h.home_id = u.id;

ANALYZE home; ANALYZE slot_key; ANALYZE participant_key; ANALYZE placement_key; ANALYZE open_slot; ANALYZE open_key;
ANALYZE answer; ANALYZE ended; ANALYZE answer_after; ANALYZE employment;
ANALYZE introduction_key;

-- = offered
SELECT municipality, period, cut, key, sum(places) AS value FROM open_key GROUP BY municipality, period, cut, key

-- = filled
SELECT k.municipality, k.period, k.cut, k.key, sum(least(k.places, most.people)) AS value
FROM open_key k
JOIN (
    -- The most are there on a day when somebody comes, or on the period's first.
    SELECT d.municipality, d.period, d.slot_id, max(d.people) AS people
    FROM (
        SELECT o.municipality, o.period, o.slot_id, greatest(p.starts_on, o.first_day) AS day, (
            SELECT count(*) FROM placement other
            WHERE other.municipality = o.municipality AND other.slot_id = o.slot_id
                AND greatest(p.starts_on, o.first_day) BETWEEN other.starts_on AND other.occupied_to
        ) AS people
        FROM open_slot o
        JOIN placement p ON p.municipality = o.municipality AND p.slot_id = o.slot_id
            AND p.starts_on <= o.last_day AND p.occupied_to >= o.first_day
    ) AS d
    GROUP BY d.municipality, d.period, d.slot_id
) AS most ON (most.municipality, most.period, most.slot_id) = (k.municipality, k.period, k.slot_id)
GROUP BY k.municipality, k.period, k.cut, k.key

-- = started
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k JOIN placement p ON p.municipality = k.municipality AND p.id = k.placement_id
WHERE p.started_on BETWEEN k.first_day AND k.last_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = completed
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k JOIN placement p ON p.municipality = k.municipality AND p.id = k.placement_id
WHERE p.state = 'completed' AND p.ended_on BETWEEN k.first_day AND k.last_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = interrupted
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k JOIN placement p ON p.municipality = k.municipality AND p.id = k.placement_id
WHERE p.state = 'interrupted' AND p.ended_on BETWEEN k.first_day AND k.last_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = no_show
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k JOIN placement p ON p.municipality = k.municipality AND p.id = k.placement_id
WHERE p.state = 'no_show' AND p.state_on BETWEEN k.first_day AND k.last_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = persons
SELECT k.municipality, k.period, k.cut, k.key, count(DISTINCT p.person_id) AS value
FROM placement_key k JOIN placement p ON p.municipality = k.municipality AND p.id = k.placement_id
WHERE p.starts_on <= k.last_day AND p.occupied_to >= k.first_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = days_to_start
SELECT k.municipality, k.period, k.cut, k.key,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY greatest(0, p.started_on - i.registered_on)) AS value
FROM placement_key k
JOIN placement p ON p.municipality = k.municipality AND p.id = k.placement_id
JOIN participant i ON i.municipality = p.municipality AND i.id = p.participant_id
WHERE p.started_on BETWEEN k.first_day AND k.last_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = kolada_denominator
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k JOIN ended e ON e.municipality = k.municipality AND e.placement_id = k.placement_id
WHERE e.ended_on BETWEEN k.first_day AND k.last_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = employed_any
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k
JOIN ended e ON e.municipality = k.municipality AND e.placement_id = k.placement_id
JOIN employment m ON m.municipality = k.municipality AND m.placement_id = k.placement_id
WHERE e.ended_on BETWEEN k.first_day AND k.last_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = hired_by_host
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k
JOIN ended e ON e.municipality = k.municipality AND e.placement_id = k.placement_id
JOIN employment m ON m.municipality = k.municipality AND m.placement_id = k.placement_id AND m.is_at_host
WHERE e.ended_on BETWEEN k.first_day AND k.last_day
GROUP BY k.municipality, k.period, k.cut, k.key

-- = unknown
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k
JOIN ended e ON e.municipality = k.municipality AND e.placement_id = k.placement_id
WHERE e.ended_on BETWEEN k.first_day AND k.last_day
    AND NOT EXISTS (
        SELECT FROM answer_after o WHERE o.municipality = e.municipality AND o.placement_id = e.placement_id
            AND o.checked_on BETWEEN e.ended_on AND e.ended_on + 180)
    AND NOT EXISTS (
        SELECT FROM employment m WHERE m.municipality = e.municipality AND m.placement_id = e.placement_id)
GROUP BY k.municipality, k.period, k.cut, k.key

-- = kolada_known
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k
JOIN ended e ON e.municipality = k.municipality AND e.placement_id = k.placement_id
WHERE e.ended_on BETWEEN k.first_day AND k.last_day
    AND EXISTS (
        SELECT FROM answer_after o WHERE o.municipality = e.municipality AND o.placement_id = e.placement_id
            AND o.checked_on >= e.ended_on)
GROUP BY k.municipality, k.period, k.cut, k.key

-- = kolada_numerator
SELECT k.municipality, k.period, k.cut, k.key, count(*) AS value
FROM placement_key k
JOIN ended e ON e.municipality = k.municipality AND e.placement_id = k.placement_id
CROSS JOIN LATERAL (
    SELECT * FROM answer_after o
    WHERE o.municipality = e.municipality AND o.placement_id = e.placement_id AND o.checked_on >= e.ended_on
    ORDER BY o.checked_on, o.code LIMIT 1
) AS first
WHERE e.ended_on BETWEEN k.first_day AND k.last_day
    AND (first.status = 'employed' AND first.form IS DISTINCT FROM 'municipal_labour_market'
            AND first.starts_on IS NOT NULL
            -- From 10 January to 9 February is a month.
            AND (first.ends_on IS NULL OR first.ends_on >= first.starts_on + interval '1 month' - interval '1 day')
        OR first.status = 'studying' AND first.student_aid)
GROUP BY k.municipality, k.period, k.cut, k.key

-- = sixty_denominator
SELECT municipality, period, cut, key, count(*) AS value FROM introduction_key GROUP BY municipality, period, cut, key

-- = sixty_known
SELECT i.municipality, i.period, i.cut, i.key, count(*) AS value
FROM introduction_key i
WHERE EXISTS (
    SELECT FROM answer o WHERE o.municipality = i.municipality AND o.person_id = i.person_id
        AND o.checked_on BETWEEN i.ended_on AND i.ended_on + 90)
GROUP BY i.municipality, i.period, i.cut, i.key

-- = sixty_numerator
SELECT i.municipality, i.period, i.cut, i.key, count(*) AS value
FROM introduction_key i
CROSS JOIN LATERAL (
    SELECT o.status FROM answer o
    WHERE o.municipality = i.municipality AND o.person_id = i.person_id
        AND o.checked_on BETWEEN i.ended_on AND i.ended_on + 90
    ORDER BY o.checked_on DESC, o.code DESC LIMIT 1
) AS last
WHERE last.status IN ('employed', 'studying')
GROUP BY i.municipality, i.period, i.cut, i.key

-- = sfi_d_denominator
SELECT i.municipality, i.period, i.cut, i.key, count(*) AS value
FROM introduction_key i JOIN participant p ON p.municipality = i.municipality AND p.id = i.participant_id
WHERE p.sfi_passed IS DISTINCT FROM 'not_needed'
GROUP BY i.municipality, i.period, i.cut, i.key

-- = sfi_d_numerator
SELECT i.municipality, i.period, i.cut, i.key, count(*) AS value
FROM introduction_key i JOIN participant p ON p.municipality = i.municipality AND p.id = i.participant_id
WHERE p.sfi_passed = 'D' AND p.sfi_passed_on <= i.ended_on + 90
GROUP BY i.municipality, i.period, i.cut, i.key

-- = sfi_d_undated
SELECT i.municipality, i.period, i.cut, i.key, count(*) AS value
FROM introduction_key i JOIN participant p ON p.municipality = i.municipality AND p.id = i.participant_id
WHERE p.sfi_passed = 'D' AND p.sfi_passed_on IS NULL
GROUP BY i.municipality, i.period, i.cut, i.key

-- = covered
SELECT d.municipality, d.period, 'coverage' AS cut, 'covered' AS key, count(*) AS value
FROM department d
WHERE EXISTS (
    SELECT FROM open_key k WHERE k.municipality = d.municipality AND k.period = d.period AND k.cut = 'by_unit'
        AND k.key = d.code AND k.places > 0)
GROUP BY d.municipality, d.period

-- = departments
SELECT municipality, period, 'coverage' AS cut, 'departments' AS key, count(*) AS value
FROM department GROUP BY municipality, period

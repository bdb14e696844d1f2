-- Makes a random municipality wider, with what its rows can have and the rules must not trip over. For a superuser, past the
-- triggers; what becomes of a row follows from its key alone, so that a town is the same every time.
SET session_replication_role = replica;

CREATE FUNCTION pg_temp.draws(what text, sides integer) RETURNS integer LANGUAGE sql IMMUTABLE
    AS $$ SELECT ('x' || left(md5(what), 7))::bit(28)::integer % sides $$;

-- Protected people, and those of whom two referrers have told differently.
UPDATE person SET protected = true WHERE pg_temp.draws(municipality || id || 'protected', 6) = 0;
UPDATE participant p SET protected = true FROM person q WHERE q.municipality = p.municipality AND q.id = p.person_id
    AND q.protected;
UPDATE participant SET sex = (ARRAY['woman', 'man', 'unknown'])[1 + pg_temp.draws(municipality || id || 'which', 3)]
    WHERE pg_temp.draws(municipality || id || 'sex', 4) = 0;

-- Every kind, with hours and weekdays of their own.
UPDATE slot SET kind = (ARRAY['arbetstraning', 'studiepraktik', 'apl', 'larling', 'prao', 'put', 'extratjanst'])[
        1 + pg_temp.draws(municipality || id || 'kinds', 7)],
    offered_on = '2021-12-31'
    WHERE pg_temp.draws(municipality || id || 'kind', 3) = 0;
UPDATE slot SET minutes_per_day = 60 * (2 + pg_temp.draws(municipality || id || 'hours', 7))
    WHERE pg_temp.draws(municipality || id || 'has hours', 3) > 0;
UPDATE slot SET weekdays = 1 + pg_temp.draws(municipality || id || 'days', 127)
    WHERE pg_temp.draws(municipality || id || 'has days', 3) = 0;

-- Completed earlier by agreement.
UPDATE placement SET ended_on = started_on + pg_temp.draws(municipality || id || 'early', ends_on - started_on + 1),
    state_on = started_on + pg_temp.draws(municipality || id || 'early', ends_on - started_on + 1)
    WHERE state = 'completed' AND pg_temp.draws(municipality || id || 'is early', 5) = 0;

-- Whose word it is, and what stands back for what was confirmed.
UPDATE outcome SET source = (ARRAY['host', 'participant', 'coordinator', 'referrer', 'register'])[
    1 + pg_temp.draws(municipality || id || 'source', 5)];
UPDATE outcome o SET set_aside_by = c.id
    FROM outcome c
    WHERE c.municipality = o.municipality AND c.person_id = o.person_id AND c.id <> o.id
        AND pg_temp.draws(c.municipality || c.id || 'confirmed', 4) = 0
        AND pg_temp.draws(o.municipality || o.id || 'confirmed', 4) > 0
        AND pg_temp.draws(o.municipality || o.id || 'stands back', 3) = 0;
UPDATE outcome SET confirmed_at = told_at, confirmed_by = 'karin'
    WHERE id IN (SELECT set_aside_by FROM outcome WHERE set_aside_by IS NOT NULL) AND set_aside_by IS NULL;

-- Employment told of before the end of the placement: past, under way, with or without a last day, and agreed.
UPDATE outcome o SET status = 'employed', student_aid = NULL, checked_on = d.told_on, source = 'host',
    employer = (ARRAY['host', 'other'])[1 + pg_temp.draws(o.municipality || o.id || 'where', 2)],
    starts_on = d.begins_on, ends_on = CASE WHEN d.last_on >= d.begins_on THEN d.last_on END
    FROM placement p
    CROSS JOIN LATERAL (
        SELECT p.ended_on - 3 AS told_on,
            p.ended_on + (ARRAY[-40, -3, 0, 1, 180, 181])[1 + pg_temp.draws(p.municipality || p.id || 'begins', 6)]
                AS begins_on,
            p.ended_on + (ARRAY[-1, 0, 1, 200, NULL])[1 + pg_temp.draws(p.municipality || p.id || 'last', 5)] AS last_on
    ) AS d
    WHERE p.municipality = o.municipality AND p.id = o.placement_id AND p.ended_on IS NOT NULL
        AND pg_temp.draws(o.municipality || o.id || 'before', 6) = 0;

-- Offered again, or said not to be.
UPDATE slot s SET renewed_from_id = before.id FROM slot before
    WHERE before.municipality = s.municipality AND before.starts_on < s.starts_on - 300
        AND before.id = (SELECT b.id FROM slot b WHERE b.municipality = s.municipality
            AND b.starts_on < s.starts_on - 300 ORDER BY b.id LIMIT 1)
        AND s.id = (SELECT n.id FROM slot n WHERE n.municipality = s.municipality ORDER BY n.starts_on DESC, n.id LIMIT 1);
INSERT INTO slot_not_renewed (municipality, slot_id, decided_on, reason)
    SELECT municipality, id, ends_on, 'premises' FROM slot
    WHERE pg_temp.draws(municipality || id || 'not renewed', 4) = 0 ON CONFLICT DO NOTHING;

-- Approved anew with other days, and complained of.
INSERT INTO agreement (municipality, placement_id, version, slot_id, starts_on, ends_on, goal, insurance, minor, made_by,
        in_force_at)
    SELECT p.municipality, p.id, v.version, p.slot_id, p.starts_on, p.ends_on + 40 * (2 - v.version), 'x', 'x', false,
        'karin', clock_timestamp()
    FROM placement p CROSS JOIN (VALUES (1), (2)) AS v (version)
    WHERE p.state IN ('agreed', 'started', 'completed') AND pg_temp.draws(p.municipality || p.id || 'agreed', 2) = 0
    ON CONFLICT DO NOTHING;
INSERT INTO complaint (municipality, id, code, placement_id, words, actor, role, made_on)
    SELECT municipality, id, 'M' || code, id, 'x', 'karin', 'coordinator', ends_on FROM placement
    WHERE pg_temp.draws(municipality || id || 'complaint', 6) = 0 ON CONFLICT DO NOTHING;

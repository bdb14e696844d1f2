-- Follow-up: when a placement is asked about, what was told and by whom, and which of several statuses counts.

-- When placements of a kind are followed up, where the municipality has settled it: halfway, at the end, and so many days
-- after it. No row is the program's own plan, which stands in the view below.
CREATE TABLE follow_up_rule (
    municipality municipality_code NOT NULL,
    kind text NOT NULL CONSTRAINT follow_up_rule_kind CHECK (kind IN ('arbetspraktik', 'arbetstraning', 'sprakpraktik',
        'studiepraktik', 'apl', 'larling', 'prao', 'put', 'extratjanst')),
    at_mid boolean NOT NULL,
    at_end boolean NOT NULL,
    days_after integer[] NOT NULL CONSTRAINT follow_up_rule_days_after CHECK (cardinality(days_after) <= 12
        AND 1 <= ALL (days_after) AND 730 >= ALL (days_after)),
    PRIMARY KEY (municipality, kind)
);

-- The plan of a placement that has begun, reckoned from its own days, so that it follows them when they change, and its end
-- when that comes early. `moment`: -1 halfway, 0 at the end, else so many days after it. What is told from `first_day` to
-- `last_day` belongs to that moment; after the end each day belongs to the nearest. Without a rule the program's own plan
-- holds. (No search path is set, so that it is reckoned within the statement that asks; it names nothing of the schema.)
CREATE FUNCTION follow_up_moments(rule_mid boolean, rule_end boolean, rule_days integer[], started_on date, agreed_end date,
    ended_on date)
RETURNS TABLE (moment integer, due_on date, first_day date, last_day date) LANGUAGE sql IMMUTABLE AS $$
    -- A placement shorter than two weeks has no middle worth asking about, nor one that ended before it.
    SELECT -1, started_on + (agreed_end - started_on) / 2, started_on + (agreed_end - started_on) / 2,
        coalesce(ended_on, agreed_end) - 1
    WHERE coalesce(rule_mid, true) AND agreed_end - started_on >= 13
        AND started_on + (agreed_end - started_on) / 2 < coalesce(ended_on, agreed_end)
    UNION ALL
    SELECT 0, coalesce(ended_on, agreed_end), started_on, coalesce(ended_on, agreed_end)
        + coalesce((SELECT min(d.day) / 2 FROM unnest(coalesce(rule_days, '{30,90,180}')) AS d (day)), 30)
    WHERE coalesce(rule_end, true) AND started_on IS NOT NULL
    UNION ALL
    SELECT d.day, coalesce(ended_on, agreed_end) + d.day,
        coalesce(ended_on, agreed_end) + 1 + CASE WHEN d.before IS NULL AND NOT coalesce(rule_end, true) THEN 0
            ELSE (coalesce(d.before, 0) + d.day) / 2 END,
        coalesce(ended_on, agreed_end) + coalesce((d.day + d.after) / 2, d.day + 185)
    FROM (
        SELECT e.day, lag(e.day) OVER (ORDER BY e.day) AS before, lead(e.day) OVER (ORDER BY e.day) AS after
        FROM (SELECT DISTINCT x.day FROM unnest(coalesce(rule_days, '{30,90,180}')) AS x (day)) AS e
    ) AS d
    WHERE started_on IS NOT NULL
$$;

CREATE VIEW follow_up WITH (security_invoker = true) AS
SELECT p.municipality, p.id AS placement_id, f.moment, f.due_on, f.first_day, f.last_day
FROM placement p
JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
LEFT JOIN follow_up_rule r ON r.municipality = s.municipality AND r.kind = s.kind
CROSS JOIN LATERAL follow_up_moments(r.at_mid, r.at_end, r.days_after, p.started_on, p.ends_on, p.ended_on) AS f;

-- When an outcome was put on record, by whom it was confirmed, and which confirmed one it stands back for. It stays as it was
-- told; one that stands back counts in no figure.
ALTER TABLE outcome
    ADD COLUMN told_at timestamptz,
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN confirmed_by text,
    ADD COLUMN set_aside_by uuid,
    ADD CONSTRAINT outcome_confirmed_whole CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    ADD CONSTRAINT outcome_confirmed_counts CHECK (confirmed_at IS NULL OR set_aside_by IS NULL),
    ADD CONSTRAINT outcome_set_aside FOREIGN KEY (municipality, set_aside_by) REFERENCES outcome (municipality, id);
ALTER TABLE outcome ALTER COLUMN told_at SET DEFAULT clock_timestamp();

-- What was told at a follow-up. Nothing is written over: the newest of each source is what that source says.
CREATE TABLE follow_up_report (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    placement_id uuid NOT NULL,
    moment smallint NOT NULL CONSTRAINT follow_up_report_moment CHECK (moment BETWEEN -1 AND 730),
    source text NOT NULL CONSTRAINT follow_up_report_source
        CHECK (source IN ('host', 'participant', 'coordinator', 'referrer', 'register')),
    progress text CONSTRAINT follow_up_report_progress CHECK (progress IN ('as_planned', 'needs_support', 'at_risk')),
    language_goal text CONSTRAINT follow_up_report_language_goal
        CHECK (language_goal IN ('reached', 'partly', 'not_reached')),
    -- Whether the host has employed the person: the host's to say.
    hired boolean CONSTRAINT follow_up_report_hired CHECK (hired IS NULL OR source = 'host'),
    note text CONSTRAINT follow_up_report_note CHECK (char_length(note) BETWEEN 1 AND 1000),
    outcome_id uuid,
    told_on date NOT NULL,
    told_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (municipality, id),
    CONSTRAINT follow_up_report_placement FOREIGN KEY (municipality, placement_id)
        REFERENCES placement (municipality, id),
    CONSTRAINT follow_up_report_outcome FOREIGN KEY (municipality, outcome_id) REFERENCES outcome (municipality, id),
    CONSTRAINT follow_up_report_says_something CHECK (num_nonnulls(progress, outcome_id) > 0)
);
CREATE INDEX follow_up_report_of ON follow_up_report (municipality, placement_id, moment, told_at);

-- What a role tells as its own; whoever is not here tells nothing. The coordinator may pass on anybody's word.
CREATE FUNCTION told_by(the_role text) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    SELECT CASE the_role
        WHEN 'coordinator' THEN ARRAY['host', 'participant', 'coordinator', 'referrer', 'register']
        WHEN 'operator' THEN ARRAY['host', 'participant', 'coordinator', 'referrer', 'register']
        WHEN 'supervisor' THEN ARRAY['host'] WHEN 'registrar' THEN ARRAY['host']
        WHEN 'participant' THEN ARRAY['participant'] ELSE '{}' END
$$;

CREATE FUNCTION follow_up_told() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    the_role text := coalesce(current_setting('praktik.role', true), '');
BEGIN
    IF NOT NEW.source = ANY (told_by(the_role)) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'follow_up_report_role', TABLE = 'follow_up_report',
            MESSAGE = format('the role %L does not speak for the %s', the_role, NEW.source);
    END IF;
    NEW.actor := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    NEW.role := the_role;
    RETURN NEW;
END
$$;
CREATE TRIGGER follow_up_told BEFORE INSERT ON follow_up_report FOR EACH ROW EXECUTE FUNCTION follow_up_told();

-- Whoever came by a link tells their own status and nobody else's.
CREATE FUNCTION outcome_told() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT coalesce(NEW.source, '') = ANY (told_by(current_setting('praktik.role', true))) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'outcome_source_role', TABLE = 'outcome',
            MESSAGE = 'the role does not speak for that source';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER outcome_told BEFORE INSERT OR UPDATE ON outcome FOR EACH ROW
    WHEN (coalesce(current_setting('praktik.role', true), '') IN ('registrar', 'supervisor', 'participant', 'referrer',
        'statistician', 'administrator', 'visitor'))
    EXECUTE FUNCTION outcome_told();

-- Statuses of one placement at one moment that cannot all be so, of different sources: the newest of each. One is open while
-- both count, or when it was told after the other had been confirmed.
CREATE FUNCTION contradicting_outcomes(of_municipality text, of_placement uuid)
RETURNS TABLE (moment integer, outcome_id uuid, other_id uuid, other_code text, is_open boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH told AS (
        SELECT DISTINCT ON (f.moment, coalesce(o.source, 'coordinator')) f.moment, o.id, o.code, o.status, o.employer,
            coalesce(o.source, 'coordinator') AS source, o.set_aside_by, o.confirmed_at, o.told_at
        FROM follow_up f
        JOIN outcome o ON o.municipality = f.municipality AND o.placement_id = f.placement_id
            AND o.checked_on BETWEEN f.first_day AND f.last_day
        WHERE f.municipality = of_municipality AND f.placement_id = of_placement AND f.moment >= 0
        ORDER BY f.moment, coalesce(o.source, 'coordinator'), o.checked_on DESC, o.told_at DESC NULLS LAST, o.code DESC
    )
    SELECT a.moment, a.id, b.id, b.code,
        (a.set_aside_by IS NULL AND b.set_aside_by IS NULL)
            OR coalesce(a.set_aside_by = b.id AND a.told_at > b.confirmed_at, false)
            OR coalesce(b.set_aside_by = a.id AND b.told_at > a.confirmed_at, false)
    FROM told a JOIN told b ON b.moment = a.moment AND b.source <> a.source
    WHERE (a.status <> 'unknown' AND b.status <> 'unknown'
            AND (a.status <> b.status OR a.status = 'employed' AND a.employer <> b.employer))
        -- A host would know.
        OR (a.source = 'host' AND a.status = 'unknown' AND b.status = 'employed' AND b.employer = 'host')
        OR (b.source = 'host' AND b.status = 'unknown' AND a.status = 'employed' AND a.employer = 'host')
$$;

ALTER TABLE follow_up_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON follow_up_rule TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE follow_up_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON follow_up_report TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
-- A party reads its own word and no other's.
CREATE POLICY own_word ON follow_up_report AS RESTRICTIVE TO praktik_app
    USING ((SELECT coalesce(current_setting('praktik.role', true), '') IN ('clock', 'coordinator', 'operator'))
        OR source = ANY ((SELECT told_by(coalesce(current_setting('praktik.role', true), '')))::text[]));

REVOKE ALL ON FUNCTION follow_up_moments(boolean, boolean, integer[], date, date, date), told_by(text), follow_up_told(), outcome_told(), contradicting_outcomes(text, uuid) FROM PUBLIC;
REVOKE ALL ON follow_up_rule, follow_up_report, follow_up FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_up_moments(boolean, boolean, integer[], date, date, date), told_by(text),
    contradicting_outcomes(text, uuid) TO praktik_app;
GRANT SELECT ON follow_up TO praktik_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON follow_up_rule TO praktik_app;
GRANT SELECT ON follow_up_report TO praktik_app;
GRANT INSERT (municipality, id, placement_id, moment, source, progress, language_goal, hired, note, outcome_id, told_on)
    ON follow_up_report TO praktik_app;

-- Agreements (överenskommelser) of placements in versions, who has approved each, the checks before the start, and the
-- courses that participants' days must not clash with.

-- What is agreed on. A version is never edited: another says what is changed, and holds when all have approved it.
CREATE TABLE agreement (
    municipality municipality_code NOT NULL,
    placement_id uuid NOT NULL,
    version smallint NOT NULL CONSTRAINT agreement_version CHECK (version >= 1),
    slot_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    minutes_per_day smallint CONSTRAINT agreement_minutes_per_day CHECK (minutes_per_day BETWEEN 1 AND 1440),
    begins_at smallint CONSTRAINT agreement_begins_at CHECK (begins_at BETWEEN 0 AND 1439), -- minute of the day
    weekdays smallint NOT NULL DEFAULT 31 CONSTRAINT agreement_weekdays CHECK (weekdays BETWEEN 1 AND 127),
    supervisor_id uuid,
    deputy_id uuid,
    goal text NOT NULL CONSTRAINT agreement_goal CHECK (char_length(goal) BETWEEN 1 AND 1000),
    language_goal text CONSTRAINT agreement_language_goal CHECK (char_length(language_goal) BETWEEN 1 AND 1000),
    insurance text NOT NULL CONSTRAINT agreement_insurance CHECK (char_length(insurance) BETWEEN 1 AND 1000),
    contact text CONSTRAINT agreement_contact CHECK (char_length(contact) BETWEEN 1 AND 1000),
    -- Whether the participant is under 18 on the first day; not when the age is unknown.
    minor boolean NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    made_by text NOT NULL,
    in_force_at timestamptz,
    PRIMARY KEY (municipality, placement_id, version),
    CONSTRAINT agreement_placement FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id),
    CONSTRAINT agreement_slot FOREIGN KEY (municipality, slot_id) REFERENCES slot (municipality, id),
    CONSTRAINT agreement_supervisor FOREIGN KEY (municipality, supervisor_id) REFERENCES supervisor (municipality, id),
    CONSTRAINT agreement_deputy FOREIGN KEY (municipality, deputy_id) REFERENCES supervisor (municipality, id),
    CONSTRAINT agreement_period CHECK (ends_on >= starts_on),
    CONSTRAINT agreement_within_day CHECK (begins_at + minutes_per_day <= 1440)
);

-- Each party's word on a version: by its own account or link, or by the coordinator on its behalf with a ground.
CREATE TABLE agreement_approval (
    municipality municipality_code NOT NULL,
    placement_id uuid NOT NULL,
    version smallint NOT NULL,
    party text NOT NULL CONSTRAINT agreement_approval_party_known CHECK (party IN ('participant', 'host', 'referrer')),
    approved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    approved_by text NOT NULL,
    role text NOT NULL,
    ground text CONSTRAINT agreement_approval_ground CHECK (ground IN ('phoned', 'no_email',
        'no_e_identification', 'signed_on_paper')),
    PRIMARY KEY (municipality, placement_id, version, party),
    CONSTRAINT agreement_approval_agreement FOREIGN KEY (municipality, placement_id, version)
        REFERENCES agreement (municipality, placement_id, version),
    CONSTRAINT agreement_approval_own_or_on_behalf CHECK (CASE
        WHEN role IN ('coordinator', 'operator') THEN ground IS NOT NULL
        WHEN ground IS NOT NULL THEN false
        ELSE (party, role) IN (('participant', 'participant'), ('host', 'registrar'), ('referrer', 'referrer')) END)
);

-- Which checks a placement of a kind needs before its start, by its first day. The program's own table is held against
-- this one by a test.
CREATE TABLE check_rule (
    check_name text NOT NULL,
    kind text NOT NULL,
    condition text NOT NULL CONSTRAINT check_rule_condition
        CHECK (condition IN ('always', 'minor', 'slot_asks', 'clash')),
    valid_from date NOT NULL,
    valid_to date,
    PRIMARY KEY (check_name, kind, valid_from)
);
INSERT INTO check_rule (check_name, kind, condition, valid_from)
SELECT c.name, k.kind, c.condition, DATE '2008-01-01'
FROM (VALUES ('insurance', 'always'), ('risk_assessment', 'minor'), ('named_supervisor', 'minor'),
        ('record_check', 'slot_asks'), ('course_clash', 'clash')) c (name, condition),
    unnest(ARRAY['arbetspraktik', 'arbetstraning', 'sprakpraktik', 'studiepraktik', 'apl', 'larling', 'prao', 'put'])
        k (kind);
-- Extratjänst was employment, and its employer's insurance that of any employee; no new decisions from 2022-01-01.
INSERT INTO check_rule (check_name, kind, condition, valid_from, valid_to)
SELECT c.name, 'extratjanst', c.condition, DATE '2008-01-01', DATE '2021-12-31'
FROM (VALUES ('risk_assessment', 'minor'), ('named_supervisor', 'minor'), ('record_check', 'slot_asks'),
        ('course_clash', 'clash')) c (name, condition);

-- That a check was made: when, and by or to whom; never what it showed.
CREATE TABLE check_before_start (
    municipality municipality_code NOT NULL,
    placement_id uuid NOT NULL,
    version smallint NOT NULL, -- of the agreement, as it stood
    check_name text NOT NULL CONSTRAINT check_before_start_recorded
        CHECK (check_name IN ('insurance', 'risk_assessment', 'record_check', 'course_clash')),
    done_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    recorded_by text NOT NULL,
    PRIMARY KEY (municipality, placement_id, version, check_name),
    CONSTRAINT check_before_start_agreement FOREIGN KEY (municipality, placement_id, version)
        REFERENCES agreement (municipality, placement_id, version)
);

-- A participant's course with its days, and hours where they are known.
CREATE TABLE course (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    name text NOT NULL CONSTRAINT course_name CHECK (char_length(name) BETWEEN 1 AND 1000),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    weekdays smallint NOT NULL CONSTRAINT course_weekdays CHECK (weekdays BETWEEN 1 AND 127),
    begins_at smallint CONSTRAINT course_begins_at CHECK (begins_at BETWEEN 0 AND 1439),
    finishes_at smallint CONSTRAINT course_finishes_at CHECK (finishes_at BETWEEN 1 AND 1440),
    PRIMARY KEY (municipality, id),
    CONSTRAINT course_participant FOREIGN KEY (municipality, participant_id)
        REFERENCES participant (municipality, id),
    CONSTRAINT course_period CHECK (ends_on >= starts_on),
    CONSTRAINT course_hours CHECK (num_nulls(begins_at, finishes_at) IN (0, 2) AND finishes_at > begins_at)
);
CREATE INDEX course_participant_index ON course (municipality, participant_id);

-- Courses of the person, by any referral, on a weekday of the agreement within its days; certain where the hours overlap,
-- not where those of either side are unknown. A full day is eight hours.
CREATE FUNCTION agreement_clashes(of_municipality text, of_placement uuid, of_version integer)
RETURNS TABLE (course_id uuid, certain boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.id, a.begins_at IS NOT NULL AND c.begins_at IS NOT NULL
    FROM agreement a
    JOIN placement p ON p.municipality = a.municipality AND p.id = a.placement_id
    JOIN participant t ON t.municipality = p.municipality AND t.person_id = p.person_id
    JOIN course c ON c.municipality = t.municipality AND c.participant_id = t.id
    WHERE a.municipality = of_municipality AND a.placement_id = of_placement AND a.version = of_version
        AND c.starts_on <= a.ends_on AND c.ends_on >= a.starts_on
        AND (a.begins_at IS NULL OR c.begins_at IS NULL
            OR (a.begins_at < c.finishes_at AND a.begins_at + coalesce(a.minutes_per_day, 480) > c.begins_at))
        AND EXISTS (
            SELECT FROM generate_series(0, least(6, least(a.ends_on, c.ends_on)
                - greatest(a.starts_on, c.starts_on))) AS d (later)
            WHERE (a.weekdays & c.weekdays
                & (1 << (extract(isodow FROM greatest(a.starts_on, c.starts_on) + d.later)::integer - 1))) <> 0)
$$;

CREATE FUNCTION agreement_missing_approvals(of_municipality text, of_placement uuid, of_version integer) RETURNS text[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(w.party ORDER BY w.place), '{}')
    FROM unnest(ARRAY['participant', 'host', 'referrer']) WITH ORDINALITY w (party, place)
    WHERE NOT EXISTS (
        SELECT FROM agreement_approval v
        WHERE v.municipality = of_municipality AND v.placement_id = of_placement AND v.version = of_version
            AND v.party = w.party)
$$;

-- A check that was made at another version of the same slot holds still, but for a clash, which is the days'.
CREATE FUNCTION agreement_missing_checks(of_municipality text, of_placement uuid, of_version integer) RETURNS text[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(r.check_name ORDER BY r.check_name), '{}')
    FROM agreement a
    JOIN slot s ON s.municipality = a.municipality AND s.id = a.slot_id
    JOIN check_rule r ON r.kind = s.kind AND r.valid_from <= a.starts_on
        AND (r.valid_to IS NULL OR r.valid_to >= a.starts_on)
    WHERE a.municipality = of_municipality AND a.placement_id = of_placement AND a.version = of_version
        AND CASE r.condition
            WHEN 'always' THEN true
            WHEN 'minor' THEN a.minor
            WHEN 'slot_asks' THEN coalesce(s.record_check, false)
            WHEN 'clash' THEN EXISTS (
                SELECT FROM agreement_clashes(of_municipality, of_placement, of_version) x WHERE x.certain)
            END
        AND CASE r.check_name
            WHEN 'named_supervisor' THEN a.supervisor_id IS NULL
            ELSE NOT EXISTS (
                SELECT FROM check_before_start k
                JOIN agreement b ON b.municipality = k.municipality AND b.placement_id = k.placement_id
                    AND b.version = k.version
                WHERE k.municipality = a.municipality AND k.placement_id = a.placement_id
                    AND k.check_name = r.check_name
                    AND (k.version = a.version OR (b.slot_id = a.slot_id AND k.check_name <> 'course_clash')))
            END
$$;

-- Raises what a version lacks; nothing where it is whole.
CREATE FUNCTION agreement_require(of_municipality text, of_placement uuid, of_version integer) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF cardinality(agreement_missing_approvals(of_municipality, of_placement, of_version)) > 0 THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_agreement_approved', TABLE = 'agreement',
            MESSAGE = 'not everybody has approved the agreement';
    END IF;
    IF cardinality(agreement_missing_checks(of_municipality, of_placement, of_version)) > 0 THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_checks_made', TABLE = 'agreement',
            MESSAGE = 'a check before the start is missing';
    END IF;
END
$$;

CREATE FUNCTION agreement_in_force() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM agreement_require(NEW.municipality, NEW.placement_id, NEW.version);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER agreement_in_force AFTER INSERT OR UPDATE ON agreement
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.in_force_at IS NOT NULL)
    EXECUTE FUNCTION agreement_in_force();

-- From accepted to agreed leads the newest version of an agreement, whole, with the days that it says; and while there is
-- an agreement in force, days and slot are its own. An import states what was agreed elsewhere: it may do without an
-- agreement where none is on file, and it may correct days.
CREATE FUNCTION placement_agreed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    is_import boolean := coalesce(current_setting('praktik.import', true), '') = 'on';
    becomes_agreed boolean := OLD.state = 'accepted' AND NEW.state = 'agreed';
    newest agreement;
BEGIN
    SELECT * INTO newest FROM agreement a
        WHERE a.municipality = NEW.municipality AND a.placement_id = NEW.id
            AND (becomes_agreed OR a.in_force_at IS NOT NULL)
        ORDER BY a.version DESC LIMIT 1;
    IF NOT FOUND THEN
        IF is_import OR NOT becomes_agreed THEN RETURN NULL; END IF;
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_agreement_approved', TABLE = 'placement',
            MESSAGE = 'there is no agreement';
    END IF;
    IF becomes_agreed THEN
        PERFORM agreement_require(NEW.municipality, NEW.id, newest.version);
    END IF;
    IF NOT is_import
        AND (newest.slot_id, newest.starts_on, newest.ends_on) <> (NEW.slot_id, NEW.starts_on, NEW.ends_on) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_as_agreed', TABLE = 'placement',
            MESSAGE = 'the days or the slot are not those of the agreement';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER placement_agreed AFTER UPDATE ON placement
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW
    WHEN ((OLD.state = 'accepted' AND NEW.state = 'agreed')
        OR (NEW.state IN ('agreed', 'started')
            AND (OLD.slot_id, OLD.starts_on, OLD.ends_on) <> (NEW.slot_id, NEW.starts_on, NEW.ends_on)))
    EXECUTE FUNCTION placement_agreed();

-- Whoever gives the last approval takes the step; that all have given theirs, the trigger above sees to.
INSERT INTO placement_transition_role (from_state, to_state, role, manner) VALUES
    ('accepted', 'agreed', 'registrar', 'alone'), ('accepted', 'agreed', 'referrer', 'alone'),
    ('accepted', 'agreed', 'participant', 'alone');

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['agreement', 'agreement_approval', 'check_before_start', 'course'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_municipality ON %I TO praktik_app '
            'USING (municipality = (SELECT current_setting(''praktik.municipality'')))', name);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION agreement_clashes(text, uuid, integer), agreement_missing_approvals(text, uuid, integer),
    agreement_missing_checks(text, uuid, integer), agreement_require(text, uuid, integer), agreement_in_force(),
    placement_agreed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION agreement_clashes(text, uuid, integer), agreement_missing_approvals(text, uuid, integer),
    agreement_missing_checks(text, uuid, integer) TO praktik_app;
GRANT SELECT, INSERT, UPDATE (in_force_at) ON agreement TO praktik_app;
GRANT SELECT, INSERT ON agreement_approval, check_before_start TO praktik_app;
GRANT SELECT ON check_rule TO praktik_app;
GRANT SELECT, INSERT, DELETE ON course TO praktik_app;

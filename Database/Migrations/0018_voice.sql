-- What participants say: short answers at the middle and the end of a placement, and complaints. For the coordinator, and
-- nobody else: hosts least of all. The policies say so, whatever the program asks for.

-- The day on which a placement's participant is asked; nothing where that is not, or not yet. At the middle only where the
-- placement is of four weeks or more, and had not ended by then.
CREATE FUNCTION voice_day(occasion text, state text, started_on date, ended_on date, ends_on date) RETURNS date
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    SELECT CASE occasion
        WHEN 'mid' THEN CASE
            WHEN state IN ('started', 'completed', 'interrupted') AND ends_on - started_on >= 27
                AND (ended_on IS NULL OR ended_on > started_on + (ends_on - started_on) / 2)
            THEN started_on + (ends_on - started_on) / 2 END
        WHEN 'end' THEN CASE WHEN state IN ('completed', 'interrupted') THEN ended_on END
    END
$$;

-- Given once, never edited. Who gave it and in what capacity is the transaction's.
CREATE TABLE voice_answer (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    placement_id uuid NOT NULL,
    occasion text NOT NULL CONSTRAINT voice_answer_occasion CHECK (occasion IN ('mid', 'end')),
    tasks text NOT NULL CONSTRAINT voice_answer_tasks CHECK (tasks IN ('yes', 'a_bit', 'no')),
    alone text NOT NULL CONSTRAINT voice_answer_alone CHECK (alone IN ('yes', 'a_bit', 'no')),
    swedish text NOT NULL CONSTRAINT voice_answer_swedish CHECK (swedish IN ('yes', 'a_bit', 'no')),
    learnt text CONSTRAINT voice_answer_learnt CHECK (learnt IN ('yes', 'a_bit', 'no')),
    words text CONSTRAINT voice_answer_words CHECK (char_length(words) BETWEEN 1 AND 4000),
    -- What the questions were read in.
    language text NOT NULL CONSTRAINT voice_answer_language CHECK (language ~ '^[a-z]{2,3}$'),
    -- Why somebody else gives them for the participant.
    ground text CONSTRAINT voice_answer_ground
        CHECK (ground IN ('phoned', 'no_email', 'no_e_identification', 'signed_on_paper')),
    actor text NOT NULL,
    role text NOT NULL,
    answered_on date NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (municipality, id),
    CONSTRAINT voice_answer_once UNIQUE (municipality, placement_id, occasion),
    CONSTRAINT voice_answer_placement FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id)
);

-- Handled once, with a note; never taken away.
CREATE TABLE complaint (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    placement_id uuid NOT NULL,
    words text NOT NULL CONSTRAINT complaint_words CHECK (char_length(words) BETWEEN 1 AND 4000),
    ground text CONSTRAINT complaint_ground
        CHECK (ground IN ('phoned', 'no_email', 'no_e_identification', 'signed_on_paper')),
    actor text NOT NULL,
    role text NOT NULL,
    made_on date NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    handled_on date,
    handled_by text,
    note text CONSTRAINT complaint_note CHECK (char_length(note) BETWEEN 1 AND 1000),
    PRIMARY KEY (municipality, id),
    CONSTRAINT complaint_code UNIQUE (municipality, code),
    CONSTRAINT complaint_placement FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id),
    CONSTRAINT complaint_handled_whole CHECK (num_nulls(handled_on, handled_by, note) IN (0, 3)),
    CONSTRAINT complaint_handled_after CHECK (handled_on >= made_on)
);
CREATE INDEX complaint_of_placement ON complaint (municipality, placement_id, made_on);
CREATE INDEX complaint_open ON complaint (municipality, made_on) WHERE handled_on IS NULL;

-- By the participant, or by the coordinator for them with a ground.
CREATE FUNCTION voice_giver(ground text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    the_role text := coalesce(current_setting('praktik.role', true), '');
BEGIN
    IF the_role <> (CASE WHEN ground IS NULL THEN 'participant' ELSE 'coordinator' END) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'voice_role',
            MESSAGE = format('the role %L does not speak for the participant', the_role);
    END IF;
    RETURN the_role;
END
$$;

CREATE FUNCTION voice_answer_given() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    due date;
BEGIN
    NEW.role := voice_giver(NEW.ground);
    NEW.actor := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    SELECT voice_day(NEW.occasion, p.state, p.started_on, p.ended_on, p.ends_on) INTO due FROM placement p
        WHERE p.municipality = NEW.municipality AND p.id = NEW.placement_id;
    IF due IS NULL OR due > NEW.answered_on THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'voice_answer_due', TABLE = 'voice_answer',
            MESSAGE = 'the participant is not asked yet';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER voice_answer_given BEFORE INSERT ON voice_answer FOR EACH ROW EXECUTE FUNCTION voice_answer_given();

-- Through a link that stands open, so many a day of one placement.
CREATE FUNCTION complaint_made() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.role := voice_giver(NEW.ground);
    NEW.actor := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    PERFORM FROM placement p WHERE p.municipality = NEW.municipality AND p.id = NEW.placement_id FOR NO KEY UPDATE;
    IF 5 <= (SELECT count(*) FROM complaint c WHERE c.municipality = NEW.municipality
            AND c.placement_id = NEW.placement_id AND c.made_on = NEW.made_on) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'complaint_daily', TABLE = 'complaint',
            MESSAGE = 'so many complaints of one placement are taken a day';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER complaint_made BEFORE INSERT ON complaint FOR EACH ROW EXECUTE FUNCTION complaint_made();

CREATE FUNCTION complaint_handled() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.handled_on IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'complaint_handled_once', TABLE = 'complaint',
            MESSAGE = 'the complaint is handled already';
    END IF;
    NEW.handled_by := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    RETURN NEW;
END
$$;
CREATE TRIGGER complaint_handled BEFORE UPDATE ON complaint FOR EACH ROW EXECUTE FUNCTION complaint_handled();

-- What others need, and no more. Each serves the transaction's own municipality and says to which roles.
CREATE FUNCTION voice_require(roles text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT coalesce(current_setting('praktik.role', true), '') = ANY (roles) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'what participants say is not for this role';
    END IF;
END
$$;

-- Whether a placement's participant has answered: so that nobody is asked again.
CREATE FUNCTION voice_is_given(of_placement uuid, of_occasion text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER COST 1000 SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM voice_require(ARRAY['clock', 'participant', 'coordinator', 'operator']);
    RETURN EXISTS (SELECT FROM voice_answer v WHERE v.municipality = current_setting('praktik.municipality')
        AND v.placement_id = of_placement AND v.occasion = of_occasion);
END
$$;

-- That there are complaints to handle, for the worklist; not what they say.
CREATE FUNCTION complaints_to_handle() RETURNS TABLE (placement_id uuid, code text, made_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM voice_require(ARRAY['coordinator', 'operator']);
    RETURN QUERY SELECT c.placement_id, c.code::text, c.made_on FROM complaint c
        WHERE c.municipality = current_setting('praktik.municipality') AND c.handled_on IS NULL;
END
$$;

-- How many were asked within those days, and how many of them answered, by unit and occasion. Without protected persons: what
-- lists leave out must not be what is left when they are taken from a sum.
CREATE FUNCTION voice_response(from_day date, to_day date)
RETURNS TABLE (unit_id uuid, occasion text, asked bigint, answered bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    m text := current_setting('praktik.municipality');
BEGIN
    PERFORM voice_require(ARRAY['coordinator', 'operator', 'statistician']);
    RETURN QUERY
        SELECT s.unit_id, o.name, count(*), count(v.id)
        FROM placement p
        CROSS JOIN LATERAL (VALUES ('mid'), ('end')) AS o (name)
        CROSS JOIN LATERAL voice_day(o.name, p.state, p.started_on, p.ended_on, p.ends_on) AS d (due)
        JOIN person e ON e.municipality = p.municipality AND e.id = p.person_id AND NOT e.protected
        JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
        LEFT JOIN voice_answer v ON v.municipality = p.municipality AND v.placement_id = p.id AND v.occasion = o.name
        WHERE p.municipality = m AND p.starts_on <= to_day AND greatest(p.state_on, p.ends_on) >= from_day
            AND d.due BETWEEN from_day AND to_day
        GROUP BY s.unit_id, o.name;
END
$$;

-- How the answers of those days fall, question by question, of the whole municipality; likewise.
CREATE FUNCTION voice_tally(from_day date, to_day date) RETURNS TABLE (question text, choice text, answers bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    m text := current_setting('praktik.municipality');
BEGIN
    PERFORM voice_require(ARRAY['coordinator', 'operator', 'statistician']);
    RETURN QUERY
        SELECT q.name, q.said, count(*)
        FROM voice_answer v
        JOIN placement p ON p.municipality = v.municipality AND p.id = v.placement_id
        JOIN person e ON e.municipality = p.municipality AND e.id = p.person_id AND NOT e.protected
        CROSS JOIN LATERAL (VALUES ('tasks', v.tasks), ('alone', v.alone), ('swedish', v.swedish),
            ('learnt', v.learnt)) AS q (name, said)
        WHERE v.municipality = m AND q.said IS NOT NULL
            AND voice_day(v.occasion, p.state, p.started_on, p.ended_on, p.ends_on) BETWEEN from_day AND to_day
        GROUP BY q.name, q.said;
END
$$;

-- The participants' pages in further languages, text by text; Swedish and English are the program's own.
CREATE TABLE voice_text (
    municipality municipality_code NOT NULL,
    language text NOT NULL CONSTRAINT voice_text_language
        CHECK (language ~ '^[a-z]{2,3}$' AND language NOT IN ('sv', 'en')),
    key text NOT NULL CONSTRAINT voice_text_key CHECK (key ~ '^[a-z_]{1,40}$'),
    text text NOT NULL CONSTRAINT voice_text_text CHECK (char_length(text) BETWEEN 1 AND 1000),
    PRIMARY KEY (municipality, language, key)
);
ALTER TABLE voice_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON voice_text TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
GRANT SELECT, INSERT, DELETE ON voice_text TO praktik_app;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['voice_answer', 'complaint'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_municipality ON %I TO praktik_app '
            'USING (municipality = (SELECT current_setting(''praktik.municipality'')))', name);
        EXECUTE format('CREATE POLICY coordinator_reads ON %I AS RESTRICTIVE FOR SELECT TO praktik_app '
            'USING ((SELECT current_setting(''praktik.role'', true)) = ''coordinator'')', name);
        EXECUTE format('CREATE POLICY participant_speaks ON %I AS RESTRICTIVE FOR INSERT TO praktik_app '
            'WITH CHECK ((SELECT current_setting(''praktik.role'', true)) IN (''participant'', ''coordinator''))', name);
        EXECUTE format('CREATE POLICY coordinator_changes ON %I AS RESTRICTIVE FOR UPDATE TO praktik_app '
            'USING ((SELECT current_setting(''praktik.role'', true)) = ''coordinator'')', name);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION voice_day(text, text, date, date, date), voice_giver(text), voice_answer_given(), complaint_made(),
    complaint_handled(), voice_require(text[]), voice_is_given(uuid, text), complaints_to_handle(),
    voice_response(date, date), voice_tally(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION voice_day(text, text, date, date, date), voice_is_given(uuid, text), complaints_to_handle(),
    voice_response(date, date), voice_tally(date, date) TO praktik_app;
GRANT SELECT, INSERT (municipality, id, placement_id, occasion, tasks, alone, swedish, learnt, words, language, ground,
    answered_on) ON voice_answer TO praktik_app;
GRANT SELECT, INSERT (municipality, id, code, placement_id, words, ground, made_on), UPDATE (handled_on, note) ON complaint
    TO praktik_app;

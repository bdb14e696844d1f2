-- A placement (praktik): one person on one slot between two days, its states, and the days it takes.

CREATE TABLE placement (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    participant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    slot_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state text NOT NULL DEFAULT 'proposed' CONSTRAINT placement_state CHECK (state IN ('proposed', 'accepted', 'agreed',
        'started', 'completed', 'declined', 'lapsed', 'withdrawn', 'cancelled_by_host', 'no_show', 'interrupted')),
    state_on date NOT NULL,
    state_reason text,
    started_on date, -- set from state_on by placement_step
    ended_on date,   -- likewise, when completed or interrupted
    match_run_id uuid,
    -- The last day it takes: agreed days while it is to be or was carried through, until its end when that came early.
    occupied_to date GENERATED ALWAYS AS (CASE
        WHEN state IN ('accepted', 'agreed', 'started') THEN ends_on
        WHEN state IN ('completed', 'interrupted') THEN least(ends_on, ended_on) END) STORED,
    PRIMARY KEY (municipality, id),
    CONSTRAINT placement_code UNIQUE (municipality, code),
    CONSTRAINT placement_participant FOREIGN KEY (municipality, participant_id, person_id)
        REFERENCES participant (municipality, id, person_id) ON UPDATE CASCADE,
    CONSTRAINT placement_slot FOREIGN KEY (municipality, slot_id) REFERENCES slot (municipality, id),
    CONSTRAINT placement_period CHECK (ends_on >= starts_on),
    CONSTRAINT placement_reason_given CHECK (
        state NOT IN ('declined', 'withdrawn', 'cancelled_by_host', 'interrupted') OR state_reason <> ''),
    CONSTRAINT placement_first_day_reached CHECK (
        (state NOT IN ('started', 'no_show') OR state_on >= starts_on) AND started_on >= starts_on),
    CONSTRAINT placement_end_in_order CHECK (ended_on >= started_on),
    CONSTRAINT placement_interrupted_inside CHECK (state <> 'interrupted' OR ended_on <= ends_on),
    CONSTRAINT placement_person_no_overlap EXCLUDE USING gist (
        municipality WITH =, person_id WITH =, daterange(starts_on, occupied_to, '[]') WITH &&
    ) WHERE (occupied_to IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX placement_slot_index ON placement (municipality, slot_id);
CREATE INDEX placement_participant_index ON placement (municipality, participant_id);
CREATE INDEX placement_occupied ON placement (municipality, starts_on, occupied_to) WHERE occupied_to IS NOT NULL;
CREATE INDEX placement_ended ON placement (municipality, ended_on) WHERE ended_on IS NOT NULL;

-- Every step, with its day, reason and who; also changes of days or slot, and corrections. Only triggers write here.
CREATE TABLE placement_event (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL DEFAULT uuid_v7(),
    placement_id uuid NOT NULL,
    ordinal integer NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    correction boolean NOT NULL,
    state_on date NOT NULL,
    reason text,
    slot_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    PRIMARY KEY (municipality, placement_id, ordinal),
    CONSTRAINT placement_event_placement FOREIGN KEY (municipality, placement_id)
        REFERENCES placement (municipality, id)
);

-- Which steps a placement may take forward. The program's own table is held against this one by a test.
CREATE TABLE placement_transition (
    from_state text NOT NULL,
    to_state text NOT NULL,
    PRIMARY KEY (from_state, to_state)
);
INSERT INTO placement_transition (from_state, to_state) VALUES
    ('proposed', 'accepted'), ('proposed', 'declined'), ('proposed', 'lapsed'),
    ('proposed', 'withdrawn'), ('accepted', 'withdrawn'), ('agreed', 'withdrawn'),
    ('proposed', 'cancelled_by_host'), ('accepted', 'cancelled_by_host'), ('agreed', 'cancelled_by_host'),
    ('accepted', 'agreed'),
    ('agreed', 'started'), ('agreed', 'no_show'),
    ('started', 'completed'), ('started', 'interrupted');

-- The state a placement stood in before its present one, corrections undone; none at the beginning.
CREATE FUNCTION placement_state_before(of_municipality text, of_placement uuid, present text) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT e.from_state FROM placement_event e
    WHERE e.municipality = of_municipality AND e.placement_id = of_placement
        AND e.to_state = present AND e.from_state <> present AND NOT e.correction
    ORDER BY e.ordinal DESC LIMIT 1
$$;

-- One step along the table, or one step back to where it came from with a reason; nothing else. Days of the start and the
-- end follow the step, so that no figure can say otherwise than the state.
CREATE FUNCTION placement_step() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    legal boolean := true;
BEGIN
    IF TG_OP = 'INSERT' THEN
        legal := NEW.state = 'proposed';
        NEW.started_on := NULL;
        NEW.ended_on := NULL;
    ELSE
        IF NEW.state <> OLD.state THEN
            legal := EXISTS (SELECT FROM placement_transition t
                             WHERE t.from_state = OLD.state AND t.to_state = NEW.state)
                OR (NEW.state = placement_state_before(OLD.municipality, OLD.id, OLD.state)
                    AND NEW.state_reason <> '');
        END IF;
        NEW.started_on := CASE
            WHEN NEW.state = 'started' AND OLD.state IN ('started', 'agreed') THEN NEW.state_on
            -- A first day that is corrected takes along the start that was on it, or would now lie before it.
            WHEN NEW.state IN ('started', 'completed', 'interrupted') THEN
                CASE WHEN OLD.started_on = OLD.starts_on OR OLD.started_on < NEW.starts_on THEN NEW.starts_on
                    ELSE OLD.started_on END
            END;
        NEW.ended_on := CASE WHEN NEW.state IN ('completed', 'interrupted') THEN NEW.state_on END;
    END IF;
    IF NOT coalesce(legal, false) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_transition_legal', TABLE = 'placement',
            MESSAGE = format('a placement cannot go from %s to %s',
                CASE WHEN TG_OP = 'UPDATE' THEN OLD.state ELSE 'nothing' END, NEW.state);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER placement_step BEFORE INSERT OR UPDATE OF state, state_on, starts_on, started_on, ended_on ON placement
    FOR EACH ROW EXECUTE FUNCTION placement_step();

CREATE FUNCTION placement_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO placement_event (municipality, placement_id, ordinal, actor, from_state, to_state, correction, state_on,
        reason, slot_id, starts_on, ends_on)
    SELECT NEW.municipality, NEW.id,
        coalesce((SELECT max(e.ordinal) FROM placement_event e
                  WHERE e.municipality = NEW.municipality AND e.placement_id = NEW.id), 0) + 1,
        coalesce(nullif(current_setting('praktik.actor', true), ''), session_user),
        CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END, NEW.state,
        TG_OP = 'UPDATE' AND NOT EXISTS (
            SELECT FROM placement_transition t WHERE t.from_state = OLD.state AND t.to_state = NEW.state),
        NEW.state_on, NEW.state_reason, NEW.slot_id, NEW.starts_on, NEW.ends_on;
    RETURN NULL;
END
$$;
CREATE TRIGGER placement_recorded_new AFTER INSERT ON placement
    FOR EACH ROW EXECUTE FUNCTION placement_record();
CREATE TRIGGER placement_recorded AFTER UPDATE ON placement
    FOR EACH ROW WHEN ((OLD.state, OLD.state_on, OLD.state_reason, OLD.slot_id, OLD.starts_on, OLD.ends_on)
        IS DISTINCT FROM (NEW.state, NEW.state_on, NEW.state_reason, NEW.slot_id, NEW.starts_on, NEW.ends_on))
    EXECUTE FUNCTION placement_record();

-- The first day from a day to a day on which a slot holds more people than places; none if there is none. Occupation
-- grows only where a placement begins and places shrink only at a withdrawal or the slot's own ends, so those days
-- are the only ones that need looking at.
CREATE FUNCTION slot_overfull_on(of_municipality text, of_slot uuid, from_day date, to_day date) RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT min(d.day) FROM slot s CROSS JOIN LATERAL (
        SELECT from_day AS day
        UNION SELECT p.starts_on FROM placement p
            WHERE p.municipality = of_municipality AND p.slot_id = of_slot AND p.occupied_to IS NOT NULL
        UNION SELECT w.withdrawn_on FROM slot_withdrawal w
            WHERE w.municipality = of_municipality AND w.slot_id = of_slot
        UNION SELECT s.withdrawn_on
        UNION SELECT s.ends_on + 1
    ) AS d
    WHERE s.municipality = of_municipality AND s.id = of_slot AND d.day BETWEEN from_day AND to_day
        AND (SELECT count(*) FROM placement p
             WHERE p.municipality = of_municipality AND p.slot_id = of_slot
                AND p.starts_on <= d.day AND p.occupied_to >= d.day) > slot_places_on(s, d.day)
$$;

-- SECURITY DEFINER, so that the count sees every placement of the slot whatever the transaction has set since. Moving the
-- slot's version takes its row lock and makes a stale snapshot fail (40001) instead of miscounting.
CREATE FUNCTION placement_within_capacity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE slot SET occupancy_version = occupancy_version + 1
        WHERE municipality = NEW.municipality AND id = NEW.slot_id;
    IF slot_overfull_on(NEW.municipality, NEW.slot_id, NEW.starts_on, NEW.occupied_to) IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_within_capacity', TABLE = 'placement',
            MESSAGE = 'more people than places on a day';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER placement_within_capacity AFTER UPDATE ON placement
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW
    WHEN (NEW.occupied_to IS NOT NULL AND (OLD.occupied_to, OLD.starts_on, OLD.slot_id)
        IS DISTINCT FROM (NEW.occupied_to, NEW.starts_on, NEW.slot_id))
    EXECUTE FUNCTION placement_within_capacity();

CREATE FUNCTION slot_covers_occupancy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    the_municipality text := coalesce(NEW.municipality, OLD.municipality);
    the_slot uuid;
BEGIN
    IF TG_TABLE_NAME = 'slot' THEN
        the_slot := NEW.id;
    ELSE
        the_slot := NEW.slot_id;
        UPDATE slot SET occupancy_version = occupancy_version + 1
            WHERE municipality = the_municipality AND id = the_slot;
    END IF;
    IF (SELECT slot_overfull_on(the_municipality, the_slot, min(p.starts_on), max(p.occupied_to)) FROM placement p
        WHERE p.municipality = the_municipality AND p.slot_id = the_slot AND p.occupied_to IS NOT NULL) IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'slot_covers_occupancy', TABLE = 'slot',
            MESSAGE = 'the slot would have fewer places than people on a day';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER slot_covers_occupancy AFTER UPDATE OF places, starts_on, ends_on, state, withdrawn_on ON slot
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION slot_covers_occupancy();
CREATE CONSTRAINT TRIGGER slot_withdrawal_covers_occupancy AFTER INSERT OR UPDATE ON slot_withdrawal
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION slot_covers_occupancy();

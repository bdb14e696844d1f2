-- Who may take which step, and what hosts and participants answer to a proposal.

-- Each step with the roles that may take it; the program's own table is held against this one by a test. `together`: when
-- both parties' standing answers say yes. `on_behalf`: for a party that declined and whose answer was given for it.
-- `correction`: the step is taken back, and stands here from its end to its beginning.
CREATE TABLE placement_transition_role (
    from_state text NOT NULL,
    to_state text NOT NULL,
    role text NOT NULL,
    manner text NOT NULL CONSTRAINT placement_transition_role_manner
        CHECK (manner IN ('alone', 'together', 'on_behalf', 'correction')),
    PRIMARY KEY (from_state, to_state, role, manner)
);
INSERT INTO placement_transition_role (from_state, to_state, role, manner)
SELECT t.from_state, t.to_state, r.role, 'alone'
FROM placement_transition t CROSS JOIN (VALUES ('operator'), ('coordinator')) AS r (role)
WHERE t.to_state <> 'declined' OR r.role = 'operator';
INSERT INTO placement_transition_role (from_state, to_state, role, manner) VALUES
    ('proposed', 'accepted', 'registrar', 'together'), ('proposed', 'accepted', 'participant', 'together'),
    ('proposed', 'declined', 'registrar', 'alone'), ('proposed', 'declined', 'participant', 'alone'),
    ('proposed', 'declined', 'coordinator', 'on_behalf'), ('proposed', 'declined', 'operator', 'on_behalf'),
    ('proposed', 'lapsed', 'clock', 'alone'),
    ('proposed', 'withdrawn', 'participant', 'alone'), ('proposed', 'withdrawn', 'referrer', 'alone'),
    ('accepted', 'withdrawn', 'participant', 'alone'), ('accepted', 'withdrawn', 'referrer', 'alone'),
    ('agreed', 'withdrawn', 'participant', 'alone'), ('agreed', 'withdrawn', 'referrer', 'alone'),
    ('proposed', 'cancelled_by_host', 'registrar', 'alone'), ('accepted', 'cancelled_by_host', 'registrar', 'alone'),
    ('agreed', 'cancelled_by_host', 'registrar', 'alone'),
    ('agreed', 'started', 'registrar', 'alone'), ('agreed', 'started', 'supervisor', 'alone'),
    ('agreed', 'no_show', 'registrar', 'alone'), ('agreed', 'no_show', 'supervisor', 'alone'),
    ('started', 'completed', 'registrar', 'alone'), ('started', 'completed', 'supervisor', 'alone'),
    ('started', 'interrupted', 'registrar', 'alone'), ('started', 'interrupted', 'supervisor', 'alone'),
    ('started', 'interrupted', 'referrer', 'alone');
INSERT INTO placement_transition_role (from_state, to_state, role, manner)
SELECT t.to_state, t.from_state, r.role, 'correction'
FROM placement_transition t CROSS JOIN (VALUES ('operator'), ('coordinator')) AS r (role);

-- What a party says to a proposal. One answer of each party stands; an older one is kept. What is written of who and in what
-- capacity is the transaction's.
CREATE TABLE placement_answer (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    placement_id uuid NOT NULL,
    party text NOT NULL CONSTRAINT placement_answer_party CHECK (party IN ('host', 'participant')),
    answer text NOT NULL CONSTRAINT placement_answer_kind CHECK (answer IN ('accepted', 'declined')),
    reason text,
    note text CONSTRAINT placement_answer_note CHECK (char_length(note) BETWEEN 1 AND 1000),
    -- Why somebody else answers for the party; nothing where the party answers.
    ground text CONSTRAINT placement_answer_ground
        CHECK (ground IN ('phoned', 'no_email', 'no_e_identification', 'signed_on_paper')),
    actor text NOT NULL,
    role text NOT NULL,
    answered_on date NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    standing boolean NOT NULL DEFAULT true,
    PRIMARY KEY (municipality, id),
    CONSTRAINT placement_answer_placement FOREIGN KEY (municipality, placement_id)
        REFERENCES placement (municipality, id),
    CONSTRAINT placement_answer_reason_given CHECK ((answer = 'declined') = (reason IS NOT NULL)),
    CONSTRAINT placement_answer_reason CHECK (CASE party
        WHEN 'host' THEN reason IN ('no_supervisor', 'tasks_do_not_fit', 'overloaded', 'other_competence', 'other')
        ELSE reason IN ('distance', 'hours', 'not_wished', 'got_work', 'studies', 'other') END)
);
CREATE INDEX placement_answer_of ON placement_answer (municipality, placement_id, answered_at);
CREATE UNIQUE INDEX placement_answer_standing ON placement_answer (municipality, placement_id, party) WHERE standing;

-- Only to a proposal, only by the party or, with a ground, by those who may answer for it; an older answer of the party no
-- longer stands. Takes the placement's row, so that of two answers at once one sees the other.
CREATE FUNCTION placement_answer_given() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    the_role text := coalesce(current_setting('praktik.role', true), '');
    present text;
    theirs boolean;
BEGIN
    SELECT p.state INTO present FROM placement p
        WHERE p.municipality = NEW.municipality AND p.id = NEW.placement_id FOR UPDATE;
    IF present <> 'proposed' THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_answer_to_proposal', TABLE = 'placement_answer',
            MESSAGE = format('a placement that is %s has no proposal to answer', present);
    END IF;
    theirs := CASE WHEN NEW.ground IS NULL
        THEN (NEW.party, the_role) IN (('host', 'registrar'), ('participant', 'participant'))
        ELSE EXISTS (SELECT FROM placement_transition_role t WHERE t.role = the_role AND t.manner = 'on_behalf') END;
    IF NOT theirs THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_answer_role', TABLE = 'placement_answer',
            MESSAGE = format('the role %L does not give the answer of the %s', the_role, NEW.party);
    END IF;
    NEW.actor := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    NEW.role := the_role;
    NEW.standing := true;
    UPDATE placement_answer a SET standing = false
        WHERE a.municipality = NEW.municipality AND a.placement_id = NEW.placement_id AND a.party = NEW.party AND a.standing;
    RETURN NEW;
END
$$;
CREATE TRIGGER placement_answer_given BEFORE INSERT ON placement_answer
    FOR EACH ROW EXECUTE FUNCTION placement_answer_given();

-- A proposal of other days or another slot has not been answered; nor does an answer stand that led to a step taken back.
CREATE FUNCTION placement_answers_taken_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE placement_answer a SET standing = false
        WHERE a.municipality = NEW.municipality AND a.placement_id = NEW.id AND a.standing
            AND (OLD.state IN ('proposed', 'accepted') OR a.answer = 'declined');
    RETURN NULL;
END
$$;
CREATE TRIGGER placement_answers_taken_back AFTER UPDATE ON placement FOR EACH ROW
    WHEN (NEW.state = 'proposed' AND (OLD.state, OLD.slot_id, OLD.starts_on, OLD.ends_on)
        IS DISTINCT FROM (NEW.state, NEW.slot_id, NEW.starts_on, NEW.ends_on))
    EXECUTE FUNCTION placement_answers_taken_back();

-- As in 0005; and a step is taken only by a role that may. A transaction that does not say in what capacity it acts takes none.
CREATE OR REPLACE FUNCTION placement_step() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    legal boolean := true;
    theirs boolean := true;
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
    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state THEN
        theirs := EXISTS (
            SELECT FROM placement_transition_role t
            WHERE t.from_state = OLD.state AND t.to_state = NEW.state
                AND t.role = current_setting('praktik.role', true)
                AND CASE t.manner
                    WHEN 'together' THEN 2 = (SELECT count(*) FROM placement_answer a
                        WHERE a.municipality = OLD.municipality AND a.placement_id = OLD.id AND a.standing
                            AND a.answer = 'accepted')
                    WHEN 'on_behalf' THEN EXISTS (SELECT FROM placement_answer a
                        WHERE a.municipality = OLD.municipality AND a.placement_id = OLD.id AND a.standing
                            AND a.answer = 'declined' AND a.ground IS NOT NULL)
                    ELSE true END);
    END IF;
    IF NOT theirs THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_step_role', TABLE = 'placement',
            MESSAGE = format('the role %L does not take a placement from %s to %s',
                coalesce(current_setting('praktik.role', true), ''), OLD.state, NEW.state);
    END IF;
    RETURN NEW;
END
$$;

-- Days without an answer after which a proposal is asked about, and after which it lapses.
ALTER TABLE municipality_settings
    ADD COLUMN answer_days smallint,
    ADD COLUMN lapse_days smallint,
    ADD CONSTRAINT municipality_settings_answer_days CHECK (answer_days BETWEEN 1 AND 365),
    ADD CONSTRAINT municipality_settings_lapse_days CHECK (lapse_days BETWEEN 1 AND 365);

-- A proposal made to the next in turn, in place of one that came to nothing; each is replaced once.
ALTER TABLE placement
    ADD COLUMN replaces_id uuid,
    ADD CONSTRAINT placement_replaces FOREIGN KEY (municipality, replaces_id) REFERENCES placement (municipality, id),
    ADD CONSTRAINT placement_replaced_once UNIQUE (municipality, replaces_id);

REVOKE ALL ON FUNCTION placement_answer_given(), placement_answers_taken_back() FROM PUBLIC;
REVOKE ALL ON placement_transition_role, placement_answer FROM PUBLIC;

ALTER TABLE placement_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON placement_answer TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));

GRANT SELECT ON placement_transition_role, placement_answer TO praktik_app;
GRANT INSERT (municipality, id, placement_id, party, answer, reason, note, ground, answered_on)
    ON placement_answer TO praktik_app;

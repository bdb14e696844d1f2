-- A slot (praktikplats): what a unit offers, when, how much of it, and what it asks.

CREATE TABLE slot (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    unit_id uuid NOT NULL,
    title text NOT NULL CONSTRAINT slot_title_given CHECK (title <> ''),
    ssyk text CONSTRAINT slot_ssyk CHECK (ssyk ~ '^[0-9]{4}$'),
    kind text NOT NULL CONSTRAINT slot_kind CHECK (kind IN ('arbetspraktik', 'arbetstraning', 'sprakpraktik',
        'studiepraktik', 'apl', 'larling', 'prao', 'put', 'extratjanst')),
    purpose text CONSTRAINT slot_purpose CHECK (purpose IN ('language', 'job', 'introduction')),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    places smallint NOT NULL CONSTRAINT slot_places CHECK (places BETWEEN 1 AND 500),
    minutes_per_day smallint CONSTRAINT slot_minutes_per_day CHECK (minutes_per_day BETWEEN 1 AND 1440),
    weekdays smallint CONSTRAINT slot_weekdays CHECK (weekdays BETWEEN 1 AND 127), -- bit 0 is Monday; none: Monday to Friday
    sfi_required text CONSTRAINT slot_sfi_required CHECK (sfi_required IN ('A', 'B', 'C', 'D')),
    licences text[] NOT NULL DEFAULT '{}',
    minimum_age smallint CONSTRAINT slot_minimum_age CHECK (minimum_age BETWEEN 0 AND 120),
    record_check boolean,
    earmark_id uuid,
    supervisor_id uuid,
    urgency text CONSTRAINT slot_urgency CHECK (urgency IN ('low', 'normal', 'high')),
    permanent_post boolean,
    area text,
    state text NOT NULL CONSTRAINT slot_state CHECK (state IN ('draft', 'offered', 'withdrawn', 'closed')),
    offered_on date,
    withdrawn_on date, -- the first day on which nothing of it is offered any more
    withdrawn_reason text,
    confirmed_on date,
    renewed_from_id uuid,
    occupancy_version bigint NOT NULL DEFAULT 0, -- moved by every placement that takes days, so that races collide here
    PRIMARY KEY (municipality, id),
    CONSTRAINT slot_code UNIQUE (municipality, code),
    CONSTRAINT slot_unit FOREIGN KEY (municipality, unit_id) REFERENCES organisation_unit (municipality, id),
    CONSTRAINT slot_earmark FOREIGN KEY (municipality, earmark_id) REFERENCES referrer (municipality, id),
    CONSTRAINT slot_supervisor FOREIGN KEY (municipality, supervisor_id) REFERENCES supervisor (municipality, id),
    CONSTRAINT slot_renewed_from FOREIGN KEY (municipality, renewed_from_id) REFERENCES slot (municipality, id),
    CONSTRAINT slot_period CHECK (ends_on >= starts_on),
    CONSTRAINT slot_withdrawn_dated CHECK ((state = 'withdrawn') = (withdrawn_on IS NOT NULL)),
    -- Extratjänst is history: nothing new was decided from 2022-01-01.
    CONSTRAINT slot_extratjanst_is_history
        CHECK (kind <> 'extratjanst' OR coalesce(offered_on, starts_on) < DATE '2022-01-01')
);
CREATE INDEX slot_period_index ON slot (municipality, ends_on, starts_on);
CREATE INDEX slot_unit_index ON slot (municipality, unit_id);
CREATE UNIQUE INDEX slot_renewed_once ON slot (municipality, renewed_from_id, starts_on);

-- Some of a slot's places withdrawn from a day on; the whole slot withdrawn stands on the slot itself.
CREATE TABLE slot_withdrawal (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    slot_id uuid NOT NULL,
    places smallint NOT NULL CONSTRAINT slot_withdrawal_places CHECK (places BETWEEN 1 AND 500),
    withdrawn_on date NOT NULL,
    reason text NOT NULL CONSTRAINT slot_withdrawal_reason_given CHECK (reason <> ''),
    PRIMARY KEY (municipality, id),
    CONSTRAINT slot_withdrawal_slot FOREIGN KEY (municipality, slot_id) REFERENCES slot (municipality, id)
);
CREATE INDEX slot_withdrawal_slot_index ON slot_withdrawal (municipality, slot_id);

-- Which steps a slot may take. The program's own table is held against this one by a test.
CREATE TABLE slot_transition (
    from_state text NOT NULL,
    to_state text NOT NULL,
    correction boolean NOT NULL, -- a wrong step taken back
    PRIMARY KEY (from_state, to_state)
);
INSERT INTO slot_transition (from_state, to_state, correction) VALUES
    ('draft', 'offered', false), ('offered', 'closed', false), ('offered', 'withdrawn', false),
    ('offered', 'draft', true), ('closed', 'offered', true), ('withdrawn', 'offered', true);

CREATE FUNCTION slot_transition_legal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.state <> OLD.state AND NOT EXISTS (
        SELECT FROM slot_transition t WHERE t.from_state = OLD.state AND t.to_state = NEW.state
    ) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'slot_transition_legal', TABLE = 'slot',
            MESSAGE = format('a slot cannot go from %s to %s', OLD.state, NEW.state);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER slot_transition_legal BEFORE UPDATE OF state ON slot
    FOR EACH ROW EXECUTE FUNCTION slot_transition_legal();

-- How many of a slot's places stand open on a day.
CREATE FUNCTION slot_places_on(s slot, day date) RETURNS integer LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN day < s.starts_on OR day > s.ends_on OR day >= s.withdrawn_on THEN 0
        ELSE greatest(0, s.places - coalesce((
            SELECT sum(w.places) FROM slot_withdrawal w
            WHERE w.municipality = s.municipality AND w.slot_id = s.id AND w.withdrawn_on <= day), 0))
    END::integer
$$;

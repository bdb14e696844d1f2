-- A person and the referrals that brought them. What a referrer states stands on its own referral, so that no referrer
-- reads another's words; identity and protection are the person's.

CREATE TABLE person (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    protected boolean NOT NULL DEFAULT false, -- true if any referral says so
    PRIMARY KEY (municipality, id)
);

-- Numbers change: each is kept, the current one has no replaced_on. Reserve numbers have no national format and
-- identify nobody across referrers.
CREATE TABLE person_identifier (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    type text NOT NULL CONSTRAINT person_identifier_type
        CHECK (type IN ('personnummer', 'samordningsnummer', 'reservnummer')),
    value text NOT NULL,
    recorded_on date NOT NULL,
    replaced_on date,
    PRIMARY KEY (municipality, id),
    CONSTRAINT person_identifier_person FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
    CONSTRAINT person_identifier_form CHECK (type = 'reservnummer' OR value ~ '^[0-9]{12}$')
);
CREATE UNIQUE INDEX person_identifier_current ON person_identifier (municipality, value)
    WHERE replaced_on IS NULL AND type <> 'reservnummer';
CREATE INDEX person_identifier_person_index ON person_identifier (municipality, person_id);

CREATE TABLE participant (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    referrer_id uuid NOT NULL,
    reference human_code NOT NULL,
    given_name text,
    family_name text,
    birth_date date,
    sex text NOT NULL DEFAULT 'unknown' CONSTRAINT participant_sex CHECK (sex IN ('woman', 'man', 'unknown')),
    email text,
    phone text,
    language text,
    protected boolean NOT NULL DEFAULT false,
    sfi_passed text CONSTRAINT participant_sfi_passed CHECK (sfi_passed IN ('A', 'B', 'C', 'D', 'not_needed')),
    licences text[] NOT NULL DEFAULT '{}',
    record_check_shown_on date,
    occupations text[] NOT NULL DEFAULT '{}', -- SSYK, best first
    available_from date,
    available_to date,
    weekdays smallint CONSTRAINT participant_weekdays CHECK (weekdays BETWEEN 1 AND 127),
    minutes_per_day smallint CONSTRAINT participant_minutes_per_day CHECK (minutes_per_day BETWEEN 1 AND 1440),
    areas text[] NOT NULL DEFAULT '{}',
    priority smallint NOT NULL DEFAULT 0 CONSTRAINT participant_priority CHECK (priority BETWEEN 0 AND 9),
    purpose text CONSTRAINT participant_purpose CHECK (purpose IN ('language', 'job', 'introduction')),
    registered_on date NOT NULL,
    introduction_ended_on date,
    PRIMARY KEY (municipality, id),
    CONSTRAINT participant_reference UNIQUE (municipality, referrer_id, reference),
    CONSTRAINT participant_is_person UNIQUE (municipality, id, person_id),
    CONSTRAINT participant_person FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
    CONSTRAINT participant_referrer FOREIGN KEY (municipality, referrer_id) REFERENCES referrer (municipality, id),
    CONSTRAINT participant_available CHECK (available_to >= available_from)
);
CREATE INDEX participant_person_index ON participant (municipality, person_id);
CREATE INDEX participant_introduction ON participant (municipality, introduction_ended_on)
    WHERE introduction_ended_on IS NOT NULL;

-- The slots a participant wishes for; rank 1 is the best.
CREATE TABLE wish (
    municipality municipality_code NOT NULL,
    participant_id uuid NOT NULL,
    rank smallint NOT NULL CONSTRAINT wish_rank CHECK (rank >= 1),
    slot_id uuid NOT NULL,
    PRIMARY KEY (municipality, participant_id, rank),
    CONSTRAINT wish_once UNIQUE (municipality, participant_id, slot_id),
    CONSTRAINT wish_participant FOREIGN KEY (municipality, participant_id) REFERENCES participant (municipality, id),
    CONSTRAINT wish_slot FOREIGN KEY (municipality, slot_id) REFERENCES slot (municipality, id)
);

-- Match runs, kept with all that led to them, and what became of people.

-- Parameters, inputs and result are JSON kept as text, byte for byte, so that a replay can be compared exactly. Inputs hold
-- codes, references and facts, never names or identity numbers.
CREATE TABLE match_run (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    computed_at timestamptz NOT NULL,
    computed_by text NOT NULL,
    round_starts_on date NOT NULL,
    rule_version text NOT NULL,
    seed bigint NOT NULL,
    parameters text NOT NULL,
    inputs text NOT NULL,
    result text NOT NULL,
    placed integer NOT NULL CONSTRAINT match_run_placed CHECK (placed >= 0),
    unplaced integer NOT NULL CONSTRAINT match_run_unplaced CHECK (unplaced >= 0),
    score bigint NOT NULL,
    certified boolean NOT NULL,
    decided_at timestamptz,
    decided_by text,
    PRIMARY KEY (municipality, id),
    CONSTRAINT match_run_code UNIQUE (municipality, code),
    CONSTRAINT match_run_decided_whole CHECK ((decided_at IS NULL) = (decided_by IS NULL))
);
ALTER TABLE placement ADD CONSTRAINT placement_match_run
    FOREIGN KEY (municipality, match_run_id) REFERENCES match_run (municipality, id);

-- An outcome: a dated status with its source. One that names a placement is that placement's follow-up; one that names only
-- the participant is the person's.
CREATE TABLE outcome (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    participant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    placement_id uuid,
    checked_on date NOT NULL,
    status text NOT NULL CONSTRAINT outcome_status
        CHECK (status IN ('employed', 'studying', 'further_placement', 'seeking', 'other', 'unknown')),
    employer text CONSTRAINT outcome_employer CHECK (employer IN ('host', 'municipality', 'other', 'own')),
    form text CONSTRAINT outcome_form
        CHECK (form IN ('permanent', 'fixed_term', 'hourly', 'apprentice', 'municipal_labour_market')),
    subsidised text CONSTRAINT outcome_subsidised CHECK (subsidised IN ('yes', 'no', 'unknown')),
    starts_on date,
    ends_on date,
    student_aid boolean,
    source text CONSTRAINT outcome_source
        CHECK (source IN ('host', 'participant', 'coordinator', 'referrer', 'register')),
    PRIMARY KEY (municipality, id),
    CONSTRAINT outcome_code UNIQUE (municipality, code),
    CONSTRAINT outcome_participant FOREIGN KEY (municipality, participant_id, person_id)
        REFERENCES participant (municipality, id, person_id) ON UPDATE CASCADE,
    CONSTRAINT outcome_placement FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id),
    CONSTRAINT outcome_period CHECK (ends_on >= starts_on),
    CONSTRAINT outcome_employment_only CHECK (status = 'employed' OR (employer IS NULL AND form IS NULL
        AND coalesce(subsidised, 'unknown') = 'unknown'))
);
CREATE INDEX outcome_placement_index ON outcome (municipality, placement_id);
CREATE INDEX outcome_person_index ON outcome (municipality, person_id, checked_on);

-- What each municipality has settled for itself, faults that visitors report of the pages, and indexes for searching the log.

-- One row a municipality; none, or NULL, is what the program sets out with.
CREATE TABLE municipality_settings (
    municipality municipality_code PRIMARY KEY,
    name text CONSTRAINT municipality_settings_name CHECK (char_length(name) BETWEEN 1 AND 1000),
    weight_occupation smallint,
    weight_wish smallint,
    weight_area smallint,
    weight_waited smallint,
    weight_permanent_post smallint,
    weight_urgency smallint,
    suppression_threshold smallint,
    unconfirmed_days smallint,
    minimum_weeks smallint,
    supervisor_policy text CONSTRAINT municipality_settings_supervisor_policy CHECK (supervisor_policy IN ('block', 'warn')),
    CONSTRAINT municipality_settings_weights CHECK (least(weight_occupation, weight_wish, weight_area, weight_waited,
            weight_permanent_post, weight_urgency) >= 0
        AND weight_occupation + weight_wish + weight_area + weight_waited + weight_permanent_post + weight_urgency <= 1000
        AND num_nulls(weight_occupation, weight_wish, weight_area, weight_waited, weight_permanent_post, weight_urgency)
            IN (0, 6)),
    CONSTRAINT municipality_settings_suppression_threshold CHECK (suppression_threshold BETWEEN 3 AND 20),
    CONSTRAINT municipality_settings_unconfirmed_days CHECK (unconfirmed_days BETWEEN 1 AND 365),
    CONSTRAINT municipality_settings_minimum_weeks CHECK (minimum_weeks BETWEEN 1 AND 52)
);

-- Something about a page that keeps somebody from using it. Who reports it need not say who they are.
CREATE TABLE accessibility_report (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    reported_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    page text CONSTRAINT accessibility_report_page CHECK (char_length(page) BETWEEN 1 AND 1000),
    problem text NOT NULL CONSTRAINT accessibility_report_problem CHECK (char_length(problem) BETWEEN 1 AND 4000),
    -- Where an answer is wanted, and only then.
    contact text CONSTRAINT accessibility_report_contact CHECK (char_length(contact) BETWEEN 1 AND 254),
    handled_on date,
    answer text CONSTRAINT accessibility_report_answer CHECK (char_length(answer) BETWEEN 1 AND 1000),
    PRIMARY KEY (municipality, id)
);
CREATE INDEX accessibility_report_newest ON accessibility_report (municipality, reported_at);

-- A slot that its unit does not offer again, and why; nothing asks about it any more.
CREATE TABLE slot_not_renewed (
    municipality municipality_code NOT NULL,
    slot_id uuid NOT NULL,
    decided_on date NOT NULL,
    reason text NOT NULL CONSTRAINT slot_not_renewed_reason CHECK (reason IN ('no_supervisor', 'no_suitable_tasks',
        'reorganisation', 'premises', 'too_few_applicants', 'other_commitments')),
    PRIMARY KEY (municipality, slot_id),
    CONSTRAINT slot_not_renewed_slot FOREIGN KEY (municipality, slot_id) REFERENCES slot (municipality, id)
);

CREATE INDEX audit_entry_actor ON audit_entry (municipality, actor, sequence);
CREATE INDEX audit_entry_at ON audit_entry (municipality, at);
CREATE INDEX audit_entry_outcome_order ON audit_entry (municipality, outcome, sequence);

ALTER TABLE municipality_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON municipality_settings TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE slot_not_renewed ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON slot_not_renewed TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE accessibility_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON accessibility_report TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));

GRANT SELECT, INSERT, UPDATE ON municipality_settings TO praktik_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON slot_not_renewed TO praktik_app;
GRANT SELECT, INSERT, UPDATE (handled_on, answer) ON accessibility_report TO praktik_app;

-- What is said of attendance when a placement ends, and who broke off one that ended early.
CREATE TABLE placement_ending (
    municipality municipality_code NOT NULL,
    placement_id uuid NOT NULL,
    broken_off_by text CONSTRAINT placement_ending_by
        CHECK (broken_off_by IN ('participant', 'host', 'referrer', 'coordinator')),
    attended_days smallint CONSTRAINT placement_ending_days CHECK (attended_days BETWEEN 0 AND 400),
    attended_minutes integer CONSTRAINT placement_ending_minutes CHECK (attended_minutes BETWEEN 0 AND 240000),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    recorded_by text NOT NULL,
    PRIMARY KEY (municipality, placement_id),
    CONSTRAINT placement_ending_placement FOREIGN KEY (municipality, placement_id)
        REFERENCES placement (municipality, id),
    CONSTRAINT placement_ending_says_something
        CHECK (num_nonnulls(broken_off_by, attended_days, attended_minutes) > 0)
);

ALTER TABLE placement_ending ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON placement_ending TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
GRANT SELECT, INSERT, UPDATE, DELETE ON placement_ending TO praktik_app;

-- Mail is listed for so many days after it ended, then forgotten with its attempts: longer than anything is reminded of, since
-- what was sent is known by it.
ALTER TABLE municipality_settings
    ADD COLUMN mail_days smallint,
    ADD CONSTRAINT municipality_settings_mail_days CHECK (mail_days BETWEEN 200 AND 3650);
GRANT DELETE ON message, message_attempt TO praktik_app;

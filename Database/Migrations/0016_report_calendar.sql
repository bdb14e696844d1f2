-- Reports that are due to somebody on the same days every year, and when they were handed in.

CREATE TABLE report_duty (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    title text NOT NULL CONSTRAINT report_duty_title CHECK (char_length(title) BETWEEN 1 AND 1000),
    recipient text NOT NULL CONSTRAINT report_duty_recipient CHECK (char_length(recipient) BETWEEN 1 AND 1000),
    covers text NOT NULL CONSTRAINT report_duty_covers CHECK (covers IN ('year', 'half', 'tertial', 'so_far')),
    -- MM-DD, in order.
    days text[] NOT NULL CONSTRAINT report_duty_days CHECK (cardinality(days) BETWEEN 1 AND 12),
    remind_days smallint NOT NULL CONSTRAINT report_duty_remind_days CHECK (remind_days BETWEEN 0 AND 180),
    starts_on date NOT NULL,
    ends_on date,
    PRIMARY KEY (municipality, id),
    CONSTRAINT report_duty_code UNIQUE (municipality, code),
    CONSTRAINT report_duty_period CHECK (ends_on >= starts_on)
);

CREATE TABLE report_delivery (
    municipality municipality_code NOT NULL,
    duty_id uuid NOT NULL,
    due_on date NOT NULL,
    delivered_on date NOT NULL,
    note text CONSTRAINT report_delivery_note CHECK (char_length(note) BETWEEN 1 AND 1000),
    CONSTRAINT report_delivery_once PRIMARY KEY (municipality, duty_id, due_on),
    CONSTRAINT report_delivery_duty FOREIGN KEY (municipality, duty_id) REFERENCES report_duty (municipality, id)
);

ALTER TABLE report_duty ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON report_duty TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE report_delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON report_delivery TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));

GRANT SELECT, INSERT, UPDATE ON report_duty TO praktik_app;
GRANT SELECT, INSERT, DELETE ON report_delivery TO praktik_app;

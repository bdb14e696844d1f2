-- Long work with its progress, and answers kept so that a repeated request is answered and not done again.

-- An import or a match run under way. Its daemon says every second or so that it is alive; one that has died is told by the
-- silence. What it made is written in the transaction that marks it done, so that a job said to have failed did nothing.
CREATE TABLE job (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT job_kind CHECK (kind IN ('import', 'match')),
    -- An import's kind of file, a match's first day.
    subject text NOT NULL,
    state text NOT NULL CONSTRAINT job_state CHECK (state IN ('queued', 'running', 'done', 'failed')),
    actor text NOT NULL,
    dry_run boolean NOT NULL,
    -- Whose task it is: a number that a daemon makes when it starts.
    daemon uuid NOT NULL,
    created_at timestamptz NOT NULL,
    alive_at timestamptz NOT NULL,
    finished_at timestamptz,
    steps_done bigint NOT NULL DEFAULT 0 CONSTRAINT job_steps_done CHECK (steps_done >= 0),
    steps_total bigint CONSTRAINT job_steps_total CHECK (steps_total >= 0),
    -- JSON: what came of it, and why it failed. No personal data.
    result text,
    failure text,
    PRIMARY KEY (municipality, id),
    CONSTRAINT job_finished_whole CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL)),
    CONSTRAINT job_failure_only CHECK ((state = 'failed') = (failure IS NOT NULL))
);
CREATE INDEX job_newest ON job (municipality, created_at);

-- What a request with an idempotency key was answered, for a day; written in the transaction that did what it asked for.
CREATE TABLE api_answer (
    municipality municipality_code NOT NULL,
    account text NOT NULL,
    key text NOT NULL CONSTRAINT api_answer_key CHECK (length(key) BETWEEN 1 AND 255),
    -- SHA-256 of what was asked.
    fingerprint text NOT NULL,
    status smallint NOT NULL,
    -- JSON, name and value.
    headers text NOT NULL,
    body text NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, account, key)
);
CREATE INDEX api_answer_age ON api_answer (municipality, made_at);

ALTER TABLE job ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON job TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE api_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON api_answer TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));

GRANT SELECT, INSERT ON job TO praktik_app;
GRANT UPDATE (state, alive_at, finished_at, steps_done, steps_total, result, failure) ON job TO praktik_app;
GRANT SELECT, INSERT, DELETE ON api_answer TO praktik_app;

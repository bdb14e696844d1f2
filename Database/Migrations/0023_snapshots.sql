-- A closed period: its figures as they were said, and the rows they were counted from. Nothing in it is ever changed, but
-- that a period is opened again, which it then says, and that retention empties the rows of people, whose digests stay.
--
-- What is kept is kept as text, byte by byte, so that its digest can be reckoned without this program: a document's digest
-- is SHA-256 of its bytes, a row's that of its salt, a space, its content and a line feed. The root digest is that of the
-- published document's digest, the whole document's, and each row's in order, in hexadecimal with a line feed after each.

CREATE DOMAIN hex_digest AS text CONSTRAINT hex_digest_is_sha256 CHECK (VALUE ~ '^[0-9a-f]{64}$');

CREATE TABLE snapshot (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    -- As it is written: 2026, 2026-H1, 2026-T3, 2026-VT.
    period text NOT NULL CONSTRAINT snapshot_period CHECK (char_length(period) BETWEEN 4 AND 32),
    kind text NOT NULL CONSTRAINT snapshot_kind CHECK (kind IN ('year', 'half', 'tertial', 'term')),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    -- Which closing of the period, from 1.
    number integer NOT NULL CONSTRAINT snapshot_number CHECK (number > 0),
    closed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- The day in Sweden, which documents are dated by.
    closed_on date NOT NULL,
    closed_by text NOT NULL,
    closed_role text NOT NULL,
    reopened_at timestamptz,
    reopened_on date,
    reopened_by text,
    reopened_reason text CONSTRAINT snapshot_reopened_reason CHECK (char_length(reopened_reason) BETWEEN 1 AND 1000),
    -- The definitions it was counted by, each with its version.
    rules text[] NOT NULL,
    -- Counts of people under it are not in the published document.
    threshold integer NOT NULL,
    document text NOT NULL,
    published text NOT NULL,
    document_digest hex_digest NOT NULL,
    published_digest hex_digest NOT NULL,
    root_digest hex_digest NOT NULL,
    PRIMARY KEY (municipality, id),
    CONSTRAINT snapshot_number_once UNIQUE (municipality, period, number),
    CONSTRAINT snapshot_days CHECK (starts_on <= ends_on),
    CONSTRAINT snapshot_over CHECK (closed_on > ends_on),
    CONSTRAINT snapshot_reopened CHECK (num_nonnulls(reopened_at, reopened_on, reopened_by, reopened_reason) IN (0, 4))
);
-- A period that is closed is opened before it is closed again.
CREATE UNIQUE INDEX snapshot_in_force ON snapshot (municipality, period) WHERE reopened_at IS NULL;

CREATE TABLE snapshot_row (
    municipality municipality_code NOT NULL,
    snapshot_id uuid NOT NULL,
    position integer NOT NULL CONSTRAINT snapshot_row_position CHECK (position > 0),
    digest hex_digest NOT NULL,
    salt text,
    content text,
    -- What it is counted from, to be held against what is on file now.
    slot_id uuid,
    placement_id uuid,
    participant_id uuid,
    erased_at timestamptz,
    -- The rule of retention by which it was emptied.
    erased_rule text CONSTRAINT snapshot_row_erased_rule CHECK (char_length(erased_rule) BETWEEN 1 AND 200),
    PRIMARY KEY (municipality, snapshot_id, position),
    -- Rows come before what their digests lead to.
    CONSTRAINT snapshot_row_snapshot FOREIGN KEY (municipality, snapshot_id) REFERENCES snapshot (municipality, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT snapshot_row_participant FOREIGN KEY (municipality, participant_id)
        REFERENCES participant (municipality, id),
    CONSTRAINT snapshot_row_erased CHECK (CASE WHEN erased_at IS NULL
        THEN salt IS NOT NULL AND content IS NOT NULL AND erased_rule IS NULL
        ELSE erased_rule IS NOT NULL AND num_nonnulls(salt, content, placement_id, participant_id) = 0 END)
);
CREATE INDEX snapshot_row_participant_index ON snapshot_row (municipality, participant_id)
    WHERE participant_id IS NOT NULL;
CREATE INDEX snapshot_row_placement_index ON snapshot_row (municipality, placement_id) WHERE placement_id IS NOT NULL;

CREATE FUNCTION snapshot_row_digest(salt text, content text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(sha256(convert_to(salt || ' ' || content || E'\n', 'UTF8')), 'hex')
$$;

CREATE FUNCTION snapshot_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.reopened_at IS NULL AND NEW.reopened_at IS NOT NULL
        AND (OLD.municipality, OLD.id, OLD.period, OLD.kind, OLD.starts_on, OLD.ends_on, OLD.number, OLD.closed_at,
            OLD.closed_on, OLD.closed_by, OLD.closed_role, OLD.rules, OLD.threshold, OLD.document, OLD.published,
            OLD.document_digest, OLD.published_digest, OLD.root_digest)
        = (NEW.municipality, NEW.id, NEW.period, NEW.kind, NEW.starts_on, NEW.ends_on, NEW.number, NEW.closed_at,
            NEW.closed_on, NEW.closed_by, NEW.closed_role, NEW.rules, NEW.threshold, NEW.document, NEW.published,
            NEW.document_digest, NEW.published_digest, NEW.root_digest)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'snapshot_kept', TABLE = 'snapshot',
        MESSAGE = 'a closed period is not changed';
END
$$;
CREATE TRIGGER snapshot_kept BEFORE UPDATE OR DELETE ON snapshot FOR EACH ROW EXECUTE FUNCTION snapshot_kept();

CREATE FUNCTION snapshot_row_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
        AND (OLD.municipality, OLD.snapshot_id, OLD.position, OLD.digest)
        = (NEW.municipality, NEW.snapshot_id, NEW.position, NEW.digest)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'snapshot_kept', TABLE = 'snapshot_row',
        MESSAGE = 'a row of a closed period is not changed';
END
$$;
CREATE TRIGGER snapshot_row_kept BEFORE UPDATE OR DELETE ON snapshot_row
    FOR EACH ROW EXECUTE FUNCTION snapshot_row_kept();

-- A closed period gets no more rows.
CREATE FUNCTION snapshot_row_in_time() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN snapshot s ON s.municipality = a.municipality AND s.id = a.snapshot_id) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'snapshot_kept', TABLE = 'snapshot_row',
            MESSAGE = 'a closed period gets no more rows';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER snapshot_row_in_time AFTER INSERT ON snapshot_row REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION snapshot_row_in_time();

ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON snapshot TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE snapshot_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON snapshot_row TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));

REVOKE ALL ON FUNCTION snapshot_row_digest(text, text), snapshot_kept(), snapshot_row_kept(), snapshot_row_in_time()
    FROM PUBLIC;
REVOKE ALL ON snapshot, snapshot_row FROM PUBLIC;
GRANT EXECUTE ON FUNCTION snapshot_row_digest(text, text) TO praktik_app;
GRANT SELECT, INSERT ON snapshot, snapshot_row TO praktik_app;
GRANT UPDATE (reopened_at, reopened_on, reopened_by, reopened_reason) ON snapshot TO praktik_app;
GRANT UPDATE (salt, content, placement_id, participant_id, erased_at, erased_rule) ON snapshot_row TO praktik_app;

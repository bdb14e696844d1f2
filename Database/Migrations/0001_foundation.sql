-- What every later table leans on: code types, time-ordered keys, counters for codes people read, and the audit chain.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE DOMAIN municipality_code AS text CONSTRAINT municipality_code_is_four_digits CHECK (VALUE ~ '^[0-9]{4}$');
CREATE DOMAIN human_code AS text
    CONSTRAINT human_code_is_printable CHECK (VALUE ~ '^[^[:space:][:cntrl:];,|"]{1,64}$');

-- A UUID of version 7 (RFC 9562): milliseconds since 1970 lead, so that keys sort by birth and stay close in the index.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')
        || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
$$;

-- The next number of each kind of code (placements, match runs, …) in each municipality.
CREATE TABLE code_counter (
    municipality municipality_code NOT NULL,
    kind text NOT NULL,
    last bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (municipality, kind)
);

-- Who did what, when, for whom. The row holds no values: they and their salt stand in audit_value, which retention may
-- empty without breaking the chain. Sequence and hashes are set when the transaction commits, in commit order.
CREATE TABLE audit_entry (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL,
    role text NOT NULL,
    on_behalf_of text,
    reason text,
    action text NOT NULL,
    entity text NOT NULL,
    entity_id uuid,
    outcome text NOT NULL CONSTRAINT audit_entry_outcome CHECK (outcome IN ('done', 'refused', 'read')),
    sequence bigint,
    value_hash bytea,
    previous_hash bytea,
    hash bytea,
    PRIMARY KEY (municipality, id),
    CONSTRAINT audit_entry_sequence UNIQUE (municipality, sequence)
);
CREATE INDEX audit_entry_entity ON audit_entry (municipality, entity, entity_id);

CREATE TABLE audit_value (
    municipality municipality_code NOT NULL,
    entry_id uuid NOT NULL,
    salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
    before jsonb,
    after jsonb,
    PRIMARY KEY (municipality, entry_id),
    FOREIGN KEY (municipality, entry_id) REFERENCES audit_entry (municipality, id)
);

-- The rows of one import: what was made and, for what was changed, how it stood before.
CREATE TABLE audit_row (
    municipality municipality_code NOT NULL,
    entry_id uuid NOT NULL,
    entity text NOT NULL,
    entity_id uuid NOT NULL,
    change text NOT NULL CONSTRAINT audit_row_change CHECK (change IN ('created', 'updated')),
    before jsonb,
    PRIMARY KEY (municipality, entry_id, entity_id),
    FOREIGN KEY (municipality, entry_id) REFERENCES audit_entry (municipality, id)
);

-- The end of each municipality's chain; its lock is what puts entries in commit order.
CREATE TABLE audit_head (
    municipality municipality_code PRIMARY KEY,
    sequence bigint NOT NULL,
    hash bytea NOT NULL
);

CREATE FUNCTION audit_value_hash(salt bytea, before jsonb, after jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT sha256(salt || convert_to(coalesce(before::text, '') || E'\x1f' || coalesce(after::text, ''), 'UTF8'))
$$;

CREATE FUNCTION audit_entry_hash(e audit_entry) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT sha256(e.previous_hash || coalesce(e.value_hash, ''::bytea) || convert_to(concat_ws(E'\x1f',
        e.municipality, e.sequence, e.id, extract(epoch FROM e.at), e.actor, e.role, coalesce(e.on_behalf_of, ''),
        coalesce(e.reason, ''), e.action, e.entity, coalesce(e.entity_id::text, ''), e.outcome), 'UTF8'))
$$;

CREATE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    head audit_head;
    entry audit_entry;
BEGIN
    INSERT INTO audit_head VALUES (NEW.municipality, 0, sha256(convert_to(NEW.municipality, 'UTF8')))
        ON CONFLICT (municipality) DO NOTHING;
    SELECT * INTO STRICT head FROM audit_head WHERE municipality = NEW.municipality FOR UPDATE;
    SELECT * INTO STRICT entry FROM audit_entry WHERE municipality = NEW.municipality AND id = NEW.id;
    entry.sequence := head.sequence + 1;
    entry.previous_hash := head.hash;
    SELECT audit_value_hash(v.salt, v.before, v.after) INTO entry.value_hash
        FROM audit_value v WHERE v.municipality = NEW.municipality AND v.entry_id = NEW.id;
    entry.hash := audit_entry_hash(entry);
    UPDATE audit_entry SET sequence = entry.sequence, previous_hash = entry.previous_hash,
        value_hash = entry.value_hash, hash = entry.hash
        WHERE municipality = entry.municipality AND id = entry.id;
    UPDATE audit_head SET sequence = entry.sequence, hash = entry.hash WHERE municipality = entry.municipality;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER audit_entry_sealed AFTER INSERT ON audit_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal();

-- Values belong to their entry's transaction: once it is sealed, nothing can be added.
CREATE FUNCTION audit_value_in_time() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM audit_entry
               WHERE municipality = NEW.municipality AND id = NEW.entry_id AND hash IS NOT NULL) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'audit_value_in_time', TABLE = 'audit_value',
            MESSAGE = 'the audit entry is sealed';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER audit_value_in_time BEFORE INSERT ON audit_value
    FOR EACH ROW EXECUTE FUNCTION audit_value_in_time();

-- The same for an import's rows, once a statement: there may be a hundred thousand of them.
CREATE FUNCTION audit_row_in_time() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT municipality, entry_id FROM added) a
               JOIN audit_entry e ON e.municipality = a.municipality AND e.id = a.entry_id
               WHERE e.hash IS NOT NULL) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'audit_row_in_time', TABLE = 'audit_row',
            MESSAGE = 'the audit entry is sealed';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_row_in_time AFTER INSERT ON audit_row
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_row_in_time();

-- Every fault in a municipality's chain, in order; no row means that it is whole. An entry whose values retention has
-- erased still verifies, by the hash that was kept of them.
CREATE FUNCTION audit_faults(of_municipality text) RETURNS TABLE (sequence bigint, fault text)
LANGUAGE sql STABLE AS $$
    WITH chain AS (
        SELECT e AS entry, e.sequence, e.hash, e.previous_hash, e.value_hash, v.salt, v.before, v.after,
            coalesce(lag(e.hash) OVER w, sha256(convert_to(of_municipality, 'UTF8'))) AS expected_previous,
            coalesce(lag(e.sequence) OVER w, 0) + 1 AS expected_sequence
        FROM audit_entry e
        LEFT JOIN audit_value v ON v.municipality = e.municipality AND v.entry_id = e.id
        WHERE e.municipality = of_municipality
        WINDOW w AS (ORDER BY e.sequence)
    )
    SELECT c.sequence, f.fault FROM chain c CROSS JOIN LATERAL (VALUES
        (c.sequence IS NULL, 'unsealed'),
        (c.sequence IS DISTINCT FROM c.expected_sequence, 'gap'),
        (c.previous_hash IS DISTINCT FROM c.expected_previous, 'broken link'),
        (c.hash IS DISTINCT FROM audit_entry_hash(c.entry), 'changed entry'),
        (c.salt IS NOT NULL AND c.value_hash IS DISTINCT FROM audit_value_hash(c.salt, c.before, c.after),
            'changed values')
    ) AS f (is_fault, fault)
    WHERE f.is_fault
    UNION ALL
    SELECT h.sequence, 'cut short' FROM audit_head h
    WHERE h.municipality = of_municipality
        AND h.hash IS DISTINCT FROM (SELECT e.hash FROM audit_entry e
                                     WHERE e.municipality = of_municipality AND e.sequence = h.sequence)
    ORDER BY 1
$$;

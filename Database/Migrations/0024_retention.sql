-- What may not be kept any longer: for how long each kind of personal data is kept, and a protocol of what was erased.

-- How long each kind is kept where a municipality has decided nothing else. The words of each kind are the program's.
CREATE TABLE retention_category (
    category text PRIMARY KEY,
    months smallint NOT NULL,
    CONSTRAINT retention_category_months CHECK (months BETWEEN 1 AND 600)
);
INSERT INTO retention_category VALUES
    ('participants', 24), ('contacts', 24), ('accounts', 24), ('fault_reports', 12), ('jobs', 3);

-- A municipality's own decision.
CREATE TABLE retention_rule (
    municipality municipality_code NOT NULL,
    category text NOT NULL,
    months smallint NOT NULL,
    basis text NOT NULL,
    decided_on date NOT NULL,
    PRIMARY KEY (municipality, category),
    CONSTRAINT retention_rule_category FOREIGN KEY (category) REFERENCES retention_category (category),
    CONSTRAINT retention_rule_months CHECK (months BETWEEN 1 AND 600),
    CONSTRAINT retention_rule_basis CHECK (char_length(basis) BETWEEN 1 AND 1000)
);

-- The protocol. It says how much went and by which rule, and nothing of whom.
CREATE TABLE retention_run (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    ran_at timestamptz NOT NULL,
    ran_by text NOT NULL,
    on_day date NOT NULL,
    -- Entries of the audit log that were emptied, and a digest over what is left of them.
    audit_entries integer NOT NULL,
    audit_digest bytea NOT NULL,
    PRIMARY KEY (municipality, id),
    CONSTRAINT retention_run_code UNIQUE (municipality, code),
    CONSTRAINT retention_run_digest CHECK (octet_length(audit_digest) = 32)
);
CREATE TABLE retention_step (
    municipality municipality_code NOT NULL,
    run_id uuid NOT NULL,
    category text NOT NULL,
    months smallint NOT NULL,
    basis text NOT NULL,
    -- Whatever had its last event before this day.
    before_day date NOT NULL,
    subjects integer NOT NULL,
    -- Over the keys of the rows that went, in order.
    digest bytea NOT NULL,
    PRIMARY KEY (municipality, run_id, category),
    CONSTRAINT retention_step_run FOREIGN KEY (municipality, run_id) REFERENCES retention_run (municipality, id),
    CONSTRAINT retention_step_digest CHECK (octet_length(digest) = 32),
    CONSTRAINT retention_step_subjects CHECK (subjects >= 0)
);
CREATE TABLE retention_count (
    municipality municipality_code NOT NULL,
    run_id uuid NOT NULL,
    category text NOT NULL,
    table_name text NOT NULL,
    rows bigint NOT NULL,
    PRIMARY KEY (municipality, run_id, category, table_name),
    CONSTRAINT retention_count_step FOREIGN KEY (municipality, run_id, category)
        REFERENCES retention_step (municipality, run_id, category),
    CONSTRAINT retention_count_rows CHECK (rows > 0)
);

-- Entries of the audit log that were emptied by rule: their place in the chain stands, and what is left of each is sealed
-- here, the whole in the protocol, the protocol in the chain.
CREATE TABLE audit_erasure (
    municipality municipality_code NOT NULL,
    entry_id uuid NOT NULL,
    run_id uuid NOT NULL,
    kept bytea NOT NULL,
    PRIMARY KEY (municipality, entry_id),
    FOREIGN KEY (municipality, entry_id) REFERENCES audit_entry (municipality, id),
    FOREIGN KEY (municipality, run_id) REFERENCES retention_run (municipality, id) DEFERRABLE INITIALLY DEFERRED
);

-- The day on which somebody was last taken out of a match run: it cannot be computed again after that.
ALTER TABLE match_run ADD COLUMN erased_on date;

CREATE FUNCTION retention_months(of_municipality text, of_category text) RETURNS integer
    LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
    SELECT coalesce((SELECT r.months FROM retention_rule r
            WHERE r.municipality = of_municipality AND r.category = of_category), c.months)
    FROM retention_category c WHERE c.category = of_category
$$;

-- The first day that is still kept.
CREATE FUNCTION retention_before(of_municipality text, of_category text, on_day date) RETURNS date
    LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
    SELECT (on_day - make_interval(months => retention_months(of_municipality, of_category)))::date
$$;

-- Retention sees what no single role does, and only of the municipality that is asked for.
CREATE FUNCTION retention_require(of_municipality text, the_roles text[]) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
BEGIN
    IF of_municipality <> current_setting('praktik.municipality')
        OR NOT coalesce(current_setting('praktik.role', true), '') = ANY (the_roles)
    THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'retention is not this role''s to do';
    END IF;
END
$$;

-- Everybody on file, from their first to their last event, and what keeps them whatever their age.
CREATE FUNCTION retention_persons(of_municipality text, on_day date)
    RETURNS TABLE (person_id uuid, first_event date, last_event date, holds text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    PERFORM retention_require(of_municipality, ARRAY['operator', 'administrator', 'coordinator']);
    RETURN QUERY
    WITH event (person_id, day) AS (
        SELECT i.person_id, d.day FROM participant i CROSS JOIN LATERAL (VALUES (i.registered_on), (i.available_from),
            (i.available_to), (i.introduction_ended_on), (i.sfi_passed_on), (i.record_check_shown_on)) d (day)
        WHERE i.municipality = of_municipality
        UNION ALL
        SELECT p.person_id, d.day FROM placement p CROSS JOIN LATERAL (VALUES (p.starts_on), (p.state_on),
            (p.occupied_to), (p.started_on), (p.ended_on)) d (day)
        WHERE p.municipality = of_municipality
        UNION ALL
        SELECT o.person_id, o.checked_on FROM outcome o WHERE o.municipality = of_municipality
        UNION ALL
        SELECT i.person_id, c.ends_on FROM course c
        JOIN participant i ON i.municipality = c.municipality AND i.id = c.participant_id
        WHERE c.municipality = of_municipality
        UNION ALL
        SELECT p.person_id, d.day FROM (
            SELECT f.placement_id, f.told_on FROM follow_up_report f WHERE f.municipality = of_municipality
            UNION ALL
            SELECT v.placement_id, v.answered_on FROM voice_answer v WHERE v.municipality = of_municipality
            UNION ALL
            SELECT c.placement_id, coalesce(c.handled_on, c.made_on) FROM complaint c
            WHERE c.municipality = of_municipality
        ) d (placement_id, day)
        JOIN placement p ON p.municipality = of_municipality AND p.id = d.placement_id
    ), span AS (
        SELECT e.person_id, min(e.day) AS first_event, max(e.day) AS last_event FROM event e GROUP BY e.person_id
    ), closed (year) AS (
        SELECT extract(year FROM n.starts_on) FROM snapshot n
        WHERE n.municipality = of_municipality AND n.kind = 'year' AND n.reopened_at IS NULL
    ), held (person_id, hold) AS (
        SELECT p.person_id, 'placement_open' FROM placement p
        WHERE p.municipality = of_municipality AND p.state IN ('proposed', 'accepted', 'agreed', 'started')
        UNION
        SELECT p.person_id, 'follow_up_open' FROM follow_up f
        JOIN placement p ON p.municipality = f.municipality AND p.id = f.placement_id
        WHERE f.municipality = of_municipality AND f.last_day >= on_day
        UNION
        SELECT p.person_id, 'complaint_open' FROM complaint c
        JOIN placement p ON p.municipality = c.municipality AND p.id = c.placement_id
        WHERE c.municipality = of_municipality AND c.handled_on IS NULL
        UNION
        -- Whose figures are not kept yet would be missing in them.
        SELECT s.person_id, 'year_open' FROM span s
        WHERE (SELECT count(*) FROM closed c
            WHERE c.year BETWEEN extract(year FROM s.first_event) AND extract(year FROM s.last_event))
            <= extract(year FROM s.last_event) - extract(year FROM s.first_event)
    )
    SELECT e.id, s.first_event, s.last_event, coalesce(h.holds, '{}')
    FROM person e
    LEFT JOIN span s ON s.person_id = e.id
    LEFT JOIN (SELECT w.person_id, array_agg(w.hold ORDER BY w.hold) AS holds FROM held w GROUP BY w.person_id) h
        ON h.person_id = e.id
    WHERE e.municipality = of_municipality;
END
$$;

-- Supervisors whose last place, agreement or change lies so far back, and whom nothing needs any more.
CREATE FUNCTION retention_contacts(of_municipality text)
    RETURNS TABLE (supervisor_id uuid, last_event date, holds text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    PERFORM retention_require(of_municipality, ARRAY['operator', 'administrator', 'coordinator']);
    RETURN QUERY
    SELECT v.id, greatest(v.trained_on, s.last_day, e.last_day, x.last_day),
        CASE WHEN a.named THEN ARRAY['agreement_kept'] ELSE '{}' END
    FROM supervisor v
    LEFT JOIN (SELECT t.supervisor_id, max(t.ends_on) AS last_day FROM slot t
        WHERE t.municipality = of_municipality GROUP BY t.supervisor_id) s ON s.supervisor_id = v.id
    -- The latest change, by itself or among an import's rows.
    LEFT JOIN (SELECT w.entity_id, max(w.at)::date AS last_day FROM (
            SELECT e.entity_id, e.at FROM audit_entry e
            WHERE e.municipality = of_municipality AND e.entity = 'supervisor'
            UNION ALL
            SELECT r.entity_id, e.at FROM audit_row r
            JOIN supervisor g ON g.municipality = r.municipality AND g.id = r.entity_id
            JOIN audit_entry e ON e.municipality = r.municipality AND e.id = r.entry_id
            WHERE r.municipality = of_municipality) w
        GROUP BY w.entity_id) e ON e.entity_id = v.id
    -- Whoever stands in for somebody who still has places.
    LEFT JOIN (SELECT d.deputy_id, max(t.ends_on) AS last_day FROM supervisor d
        JOIN slot t ON t.municipality = d.municipality AND t.supervisor_id = d.id
        WHERE d.municipality = of_municipality GROUP BY d.deputy_id) x ON x.deputy_id = v.id
    LEFT JOIN (SELECT n.id, true AS named FROM (
            SELECT g.supervisor_id AS id FROM agreement g WHERE g.municipality = of_municipality
            UNION SELECT g.deputy_id FROM agreement g WHERE g.municipality = of_municipality) n) a ON a.id = v.id
    WHERE v.municipality = of_municipality;
END
$$;

CREATE FUNCTION audit_kept_hash(e audit_entry) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT sha256(e.previous_hash || e.hash || coalesce(e.value_hash, ''::bytea) || convert_to(concat_ws(E'\x1f',
        e.municipality, e.sequence, e.id, extract(epoch FROM e.at), e.actor, e.role, coalesce(e.on_behalf_of, ''),
        coalesce(e.reason, ''), e.action, e.entity, coalesce(e.entity_id::text, ''), e.outcome), 'UTF8'))
$$;

-- Over what is left of the entries that a run emptied.
CREATE FUNCTION audit_erasure_digest(of_municipality text, of_run uuid) RETURNS bytea
    LANGUAGE sql STABLE
AS $$
    SELECT sha256(coalesce(string_agg(x.kept, ''::bytea ORDER BY e.sequence), ''::bytea))
    FROM audit_erasure x JOIN audit_entry e ON e.municipality = x.municipality AND e.id = x.entry_id
    WHERE x.municipality = of_municipality AND x.run_id = of_run
$$;

-- Empties what the log says of records that are gone, and of parties who acted under those names: values, salts, reasons and
-- keys. Without its key or its salted hash an entry's own hash gives nothing away.
CREATE FUNCTION retention_erase_audit(
    of_municipality text, the_run uuid, of_records uuid[], of_role text, of_names text[]
) RETURNS integer
    LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
    entries uuid[];
BEGIN
    SELECT coalesce(array_agg(e.id), '{}') INTO entries FROM audit_entry e
        WHERE e.municipality = of_municipality AND e.hash IS NOT NULL
            AND (e.entity_id = ANY (of_records) OR (e.role = of_role AND e.actor = ANY (of_names)))
            AND NOT EXISTS (SELECT FROM audit_erasure x WHERE x.municipality = e.municipality AND x.entry_id = e.id);
    DELETE FROM audit_value v WHERE v.municipality = of_municipality AND v.entry_id = ANY (entries);
    DELETE FROM audit_row r WHERE r.municipality = of_municipality
        AND (r.entry_id = ANY (entries) OR r.entity_id = ANY (of_records));
    WITH emptied AS (
        UPDATE audit_entry e SET actor = CASE WHEN e.role = of_role THEN '–' ELSE e.actor END, reason = NULL,
            entity_id = NULL, value_hash = NULL
        WHERE e.municipality = of_municipality AND e.id = ANY (entries) RETURNING e.*
    )
    INSERT INTO audit_erasure (municipality, entry_id, run_id, kept)
    SELECT m.municipality, m.id, the_run, audit_kept_hash(ROW(m.*)::audit_entry) FROM emptied m;
    RETURN cardinality(entries);
END
$$;

-- Takes people out of the frozen inputs and results of match runs, by their referrals' names.
CREATE FUNCTION retention_redact_runs(of_municipality text, on_day date, labels text[]) RETURNS bigint
    LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
    changed bigint;
BEGIN
    WITH named AS (
        SELECT r.id FROM match_run r WHERE r.municipality = of_municipality
            AND (EXISTS (SELECT FROM jsonb_path_query(r.inputs::jsonb, '$.people[*].referrals[*]') f
                    WHERE (f ->> 'referrer') || '/' || (f ->> 'reference') = ANY (labels))
                OR EXISTS (SELECT FROM jsonb_path_query(r.parameters::jsonb, '$.*[*].participant') f
                    WHERE f #>> '{}' = ANY (labels))
                OR EXISTS (SELECT FROM jsonb_path_query(r.inputs::jsonb, '$.previous[*].participant') f
                    WHERE f #>> '{}' = ANY (labels)))
    ), redacted AS (
        UPDATE match_run r SET erased_on = on_day,
            inputs = retention_without(r.inputs::jsonb, labels)::text,
            parameters = retention_without(r.parameters::jsonb, labels)::text,
            result = (retention_without(r.result::jsonb, labels) - 'certificate')::text
        FROM named n WHERE r.municipality = of_municipality AND r.id = n.id RETURNING r.id
    ), explained AS (
        DELETE FROM match_census c USING redacted d WHERE c.municipality = of_municipality AND c.run_id = d.id
    )
    SELECT count(*) INTO changed FROM redacted;
    RETURN changed;
END
$$;

-- A run's JSON with those elements of its lists left out that are about one of these.
CREATE FUNCTION retention_without(document jsonb, labels text[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
AS $$
    SELECT coalesce(jsonb_object_agg(m.key, CASE jsonb_typeof(m.value) WHEN 'array' THEN (
            SELECT coalesce(jsonb_agg(x.element ORDER BY x.place), '[]')
            FROM jsonb_array_elements(m.value) WITH ORDINALITY x (element, place)
            WHERE coalesce(x.element ->> 'participant', '') <> ALL (labels)
                AND NOT EXISTS (SELECT FROM jsonb_path_query(x.element, '$.referrals[*]') f
                    WHERE (f ->> 'referrer') || '/' || (f ->> 'reference') = ANY (labels)))
        ELSE m.value END), '{}')
    FROM jsonb_each(document) m
$$;

-- One step of a run: its counts by table, and a digest over the keys of what went.
CREATE TYPE retention_gone AS (counts jsonb, digest bytea, audit_entries integer);

-- Everything about these persons, who must be due. The tables and their order are those of the foreign keys that lead to a
-- person; a table of which it is not known how it leads there stops the whole.
CREATE FUNCTION retention_erase_persons(of_municipality text, on_day date, the_run uuid, persons uuid[])
    RETURNS retention_gone
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    participants uuid[];
    placements uuid[];
    messages uuid[];
    links uuid[];
    labels text[];
    gone uuid[] := persons;
    counts jsonb := '{}';
    the_table record;
    keys uuid[];
    removed uuid[];
    rows bigint;
BEGIN
    PERFORM retention_require(of_municipality, ARRAY['operator', 'administrator']);
    -- Nobody gets a placement or a referral while it is looked whether they may go.
    PERFORM FROM person e WHERE e.municipality = of_municipality AND e.id = ANY (persons) ORDER BY e.id FOR UPDATE;
    PERFORM FROM participant i WHERE i.municipality = of_municipality AND i.person_id = ANY (persons)
        ORDER BY i.id FOR UPDATE;
    IF (SELECT count(*) FROM retention_persons(of_municipality, on_day) p
            WHERE p.person_id = ANY (persons) AND cardinality(p.holds) = 0
                AND coalesce(p.last_event < retention_before(of_municipality, 'participants', on_day), true))
        <> cardinality(persons)
    THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'retention_due', TABLE = 'person',
            MESSAGE = 'somebody is not due';
    END IF;
    SELECT coalesce(array_agg(i.id), '{}'), coalesce(array_agg(r.code || '/' || i.reference), '{}')
        INTO participants, labels
        FROM participant i JOIN referrer r ON r.municipality = i.municipality AND r.id = i.referrer_id
        WHERE i.municipality = of_municipality AND i.person_id = ANY (persons);
    SELECT coalesce(array_agg(p.id), '{}') INTO placements FROM placement p
        WHERE p.municipality = of_municipality AND p.person_id = ANY (persons);
    SELECT coalesce(array_agg(m.id), '{}') INTO messages FROM message m WHERE m.municipality = of_municipality
        AND (m.placement_id = ANY (placements) OR m.recipient_id = ANY (participants));
    SELECT coalesce(array_agg(l.id), '{}') INTO links FROM party_link l WHERE l.municipality = of_municipality
        AND (l.placement_id = ANY (placements) OR l.recipient_id = ANY (participants));
    UPDATE placement p SET replaces_id = NULL WHERE p.municipality = of_municipality
        AND p.replaces_id = ANY (placements) AND NOT p.id = ANY (placements);

    FOR the_table IN
        WITH RECURSIVE tree (id, depth) AS (
            SELECT 'person'::regclass::oid, 0
            UNION
            SELECT c.conrelid, t.depth + 1 FROM tree t
            JOIN pg_constraint c ON c.confrelid = t.id AND c.contype = 'f' AND c.conrelid <> c.confrelid
            WHERE t.depth < 16
        )
        SELECT t.id, k.relname AS name,
            (SELECT a.attname FROM pg_attribute a
                JOIN (VALUES ('person_id', 1), ('participant_id', 2), ('placement_id', 3), ('message_id', 4),
                    ('link_id', 5)) w (name, rank) ON w.name = a.attname
                WHERE a.attrelid = t.id AND NOT a.attisdropped ORDER BY w.rank LIMIT 1) AS leads,
            EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.id AND a.attname = 'id' AND NOT a.attisdropped
                AND a.atttypid = 'uuid'::regtype) AS has_id
        FROM tree t JOIN pg_class k ON k.oid = t.id
        GROUP BY t.id, k.relname ORDER BY max(t.depth) DESC, k.relname
    LOOP
        IF the_table.name = 'person' THEN the_table.leads := 'id'; keys := persons;
        ELSIF the_table.name = 'message' THEN the_table.leads := 'id'; keys := messages;
        ELSIF the_table.name = 'party_link' THEN the_table.leads := 'id'; keys := links;
        ELSE keys := CASE the_table.leads WHEN 'person_id' THEN persons WHEN 'participant_id' THEN participants
            WHEN 'placement_id' THEN placements WHEN 'message_id' THEN messages WHEN 'link_id' THEN links END;
        END IF;
        IF keys IS NULL THEN
            RAISE EXCEPTION 'it is not known how % leads to a person', the_table.name;
        END IF;
        EXECUTE format(
            'WITH gone AS (DELETE FROM %I t WHERE t.municipality = $1 AND t.%I = ANY ($2) RETURNING %s AS id)
             SELECT count(*), coalesce(array_agg(id), ''{}'') FROM gone',
            the_table.name, the_table.leads, CASE WHEN the_table.has_id THEN 't.id' ELSE 'NULL::uuid' END)
            INTO rows, removed USING of_municipality, keys;
        IF the_table.has_id THEN gone := gone || removed; END IF;
        IF rows > 0 THEN counts := counts || jsonb_build_object(the_table.name, rows); END IF;
    END LOOP;

    rows := retention_redact_runs(of_municipality, on_day, labels);
    IF rows > 0 THEN counts := counts || jsonb_build_object('match_run', rows); END IF;
    rows := retention_erase_audit(of_municipality, the_run, gone, 'participant', labels);
    IF rows > 0 THEN counts := counts || jsonb_build_object('audit_entry', rows); END IF;
    RETURN (counts, retention_digest(gone), rows)::retention_gone;
END
$$;

CREATE FUNCTION retention_digest(keys uuid[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE
AS $$
    SELECT sha256(coalesce(string_agg(uuid_send(k.key), ''::bytea ORDER BY k.key), ''::bytea))
    FROM (SELECT DISTINCT unnest(keys)) k (key)
$$;

CREATE FUNCTION retention_erase_contacts(of_municipality text, on_day date, the_run uuid, contacts uuid[])
    RETURNS retention_gone
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    names text[];
    links uuid[];
    messages uuid[];
    counts jsonb := '{}';
    rows bigint;
BEGIN
    PERFORM retention_require(of_municipality, ARRAY['operator', 'administrator']);
    PERFORM FROM supervisor v WHERE v.municipality = of_municipality AND v.id = ANY (contacts) ORDER BY v.id FOR UPDATE;
    IF (SELECT count(*) FROM retention_contacts(of_municipality) c WHERE c.supervisor_id = ANY (contacts)
            AND cardinality(c.holds) = 0 AND c.last_event < retention_before(of_municipality, 'contacts', on_day))
        <> cardinality(contacts)
    THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'retention_due', TABLE = 'supervisor',
            MESSAGE = 'somebody is not due';
    END IF;
    SELECT coalesce(array_agg(v.code::text), '{}') INTO names FROM supervisor v
        WHERE v.municipality = of_municipality AND v.id = ANY (contacts);
    SELECT coalesce(array_agg(m.id), '{}') INTO messages FROM message m
        WHERE m.municipality = of_municipality AND m.recipient_id = ANY (contacts);
    SELECT coalesce(array_agg(l.id), '{}') INTO links FROM party_link l
        WHERE l.municipality = of_municipality AND l.recipient_id = ANY (contacts);
    UPDATE slot s SET supervisor_id = NULL WHERE s.municipality = of_municipality AND s.supervisor_id = ANY (contacts);
    UPDATE supervisor v SET deputy_id = NULL WHERE v.municipality = of_municipality AND v.deputy_id = ANY (contacts);
    DELETE FROM message_attempt t WHERE t.municipality = of_municipality AND t.message_id = ANY (messages);
    DELETE FROM message t WHERE t.municipality = of_municipality AND t.id = ANY (messages);
    GET DIAGNOSTICS rows = ROW_COUNT;
    IF rows > 0 THEN counts := counts || jsonb_build_object('message', rows); END IF;
    DELETE FROM party_link t WHERE t.municipality = of_municipality AND t.id = ANY (links);
    GET DIAGNOSTICS rows = ROW_COUNT;
    IF rows > 0 THEN counts := counts || jsonb_build_object('party_link', rows); END IF;
    DELETE FROM supervisor v WHERE v.municipality = of_municipality AND v.id = ANY (contacts);
    GET DIAGNOSTICS rows = ROW_COUNT;
    IF rows > 0 THEN counts := counts || jsonb_build_object('supervisor', rows); END IF;
    rows := retention_erase_audit(
        of_municipality, the_run, contacts || messages || links, 'supervisor', names);
    IF rows > 0 THEN counts := counts || jsonb_build_object('audit_entry', rows); END IF;
    RETURN (counts, retention_digest(contacts), rows)::retention_gone;
END
$$;

-- Closed accounts lose all but the name, which the log needs to say who did what; background work and handled reports of
-- faults go.
CREATE FUNCTION retention_erase_others(of_municipality text, on_day date, the_run uuid, of_category text)
    RETURNS retention_gone
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    first_kept date := retention_before(of_municipality, of_category, on_day);
    gone uuid[] := '{}';
    counts jsonb := '{}';
    rows bigint := 0;
    emptied integer := 0;
BEGIN
    PERFORM retention_require(of_municipality, ARRAY['operator', 'administrator']);
    CASE of_category
    WHEN 'accounts' THEN
        SELECT coalesce(array_agg(a.account_id), '{}') INTO gone FROM retention_accounts(of_municipality) a
            WHERE a.last_event < first_kept;
        DELETE FROM user_session t WHERE t.municipality = of_municipality AND t.account_id = ANY (gone);
        DELETE FROM account_link t WHERE t.municipality = of_municipality AND t.account_id = ANY (gone);
        DELETE FROM api_token t WHERE t.municipality = of_municipality AND t.account_id = ANY (gone);
        UPDATE user_account a SET display_name = NULL, email = NULL, password_hash = NULL, password_set_at = NULL,
            issuer = NULL, subject = NULL
        WHERE a.municipality = of_municipality AND a.id = ANY (gone);
        GET DIAGNOSTICS rows = ROW_COUNT;
        emptied := retention_erase_audit(of_municipality, the_run, gone, 'nobody', '{}');
        IF rows > 0 THEN counts := counts || jsonb_build_object('user_account', rows); END IF;
    WHEN 'fault_reports' THEN
        WITH removed AS (DELETE FROM accessibility_report t
            WHERE t.municipality = of_municipality AND t.handled_on < first_kept RETURNING t.id)
        SELECT count(*), coalesce(array_agg(id), '{}') INTO rows, gone FROM removed;
        emptied := retention_erase_audit(of_municipality, the_run, gone, 'nobody', '{}');
        IF rows > 0 THEN counts := counts || jsonb_build_object('accessibility_report', rows); END IF;
    WHEN 'jobs' THEN
        WITH removed AS (DELETE FROM job t
            WHERE t.municipality = of_municipality AND t.finished_at < first_kept RETURNING t.id)
        SELECT count(*), coalesce(array_agg(id), '{}') INTO rows, gone FROM removed;
        IF rows > 0 THEN counts := counts || jsonb_build_object('job', rows); END IF;
    END CASE;
    IF emptied > 0 THEN counts := counts || jsonb_build_object('audit_entry', emptied); END IF;
    RETURN (counts, retention_digest(gone), emptied)::retention_gone;
END
$$;

-- Closed accounts with anything left to forget.
CREATE FUNCTION retention_accounts(of_municipality text) RETURNS TABLE (account_id uuid, last_event date)
    LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
    SELECT a.id, a.disabled_on FROM user_account a
    WHERE a.municipality = of_municipality AND a.disabled_on IS NOT NULL
        AND num_nonnulls(a.display_name, a.email, a.password_hash, a.issuer, a.subject) > 0
$$;

-- As before, and of entries emptied by rule: that their places stand, that what is left of them is what was left, and that
-- the chain itself says they were emptied.
CREATE OR REPLACE FUNCTION audit_faults(of_municipality text) RETURNS TABLE (sequence bigint, fault text)
    LANGUAGE sql STABLE
AS $$
    WITH chain AS (
        SELECT e AS entry, e.sequence, e.hash, e.previous_hash, e.value_hash, v.salt, v.before, v.after, x.kept,
            coalesce(lag(e.hash) OVER w, sha256(convert_to(of_municipality, 'UTF8'))) AS expected_previous,
            coalesce(lag(e.sequence) OVER w, 0) + 1 AS expected_sequence
        FROM audit_entry e
        LEFT JOIN audit_value v ON v.municipality = e.municipality AND v.entry_id = e.id
        LEFT JOIN audit_erasure x ON x.municipality = e.municipality AND x.entry_id = e.id
        WHERE e.municipality = of_municipality
        WINDOW w AS (ORDER BY e.sequence)
    )
    SELECT c.sequence, f.fault FROM chain c CROSS JOIN LATERAL (VALUES
        (c.sequence IS NULL, 'unsealed'),
        (c.sequence IS DISTINCT FROM c.expected_sequence, 'gap'),
        (c.previous_hash IS DISTINCT FROM c.expected_previous, 'broken link'),
        (CASE WHEN c.kept IS NULL THEN c.hash IS DISTINCT FROM audit_entry_hash(c.entry)
            ELSE c.kept IS DISTINCT FROM audit_kept_hash(c.entry) END, 'changed entry'),
        (c.salt IS NOT NULL AND c.value_hash IS DISTINCT FROM audit_value_hash(c.salt, c.before, c.after),
            'changed values')
    ) AS f (is_fault, fault)
    WHERE f.is_fault
    UNION ALL
    SELECT h.sequence, 'cut short' FROM audit_head h
    WHERE h.municipality = of_municipality
        AND h.hash IS DISTINCT FROM (SELECT e.hash FROM audit_entry e
                                     WHERE e.municipality = of_municipality AND e.sequence = h.sequence)
    UNION ALL
    SELECT s.sequence, 'false erasure' FROM retention_run r
    LEFT JOIN audit_entry s ON s.municipality = r.municipality AND s.entity = 'retention_run' AND s.entity_id = r.id
    LEFT JOIN audit_value v ON v.municipality = s.municipality AND v.entry_id = s.id
    WHERE r.municipality = of_municipality
        AND (r.audit_digest IS DISTINCT FROM audit_erasure_digest(r.municipality, r.id)
            OR v.after ->> 'audit_digest' IS DISTINCT FROM encode(r.audit_digest, 'hex'))
    ORDER BY 1
$$;

ALTER TABLE retention_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON retention_rule TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE retention_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON retention_run TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE retention_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON retention_step TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE retention_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON retention_count TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));
ALTER TABLE audit_erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON audit_erasure TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));

REVOKE ALL ON retention_category, retention_rule, retention_run, retention_step, retention_count, audit_erasure FROM PUBLIC;
REVOKE ALL ON FUNCTION retention_months(text, text), retention_before(text, text, date),
    retention_require(text, text[]), retention_persons(text, date), retention_contacts(text),
    audit_kept_hash(audit_entry), audit_erasure_digest(text, uuid),
    retention_erase_audit(text, uuid, uuid[], text, text[]), retention_redact_runs(text, date, text[]),
    retention_without(jsonb, text[]), retention_erase_persons(text, date, uuid, uuid[]), retention_digest(uuid[]),
    retention_erase_contacts(text, date, uuid, uuid[]), retention_erase_others(text, date, uuid, text),
    retention_accounts(text) FROM PUBLIC;
GRANT SELECT ON retention_category, audit_erasure TO praktik_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_rule TO praktik_app;
-- A protocol is written once.
GRANT SELECT, INSERT ON retention_run, retention_step, retention_count TO praktik_app;
GRANT EXECUTE ON FUNCTION retention_months(text, text), retention_before(text, text, date),
    retention_persons(text, date), retention_contacts(text), audit_kept_hash(audit_entry),
    audit_erasure_digest(text, uuid), retention_accounts(text),
    retention_erase_persons(text, date, uuid, uuid[]), retention_erase_contacts(text, date, uuid, uuid[]),
    retention_erase_others(text, date, uuid, text) TO praktik_app;

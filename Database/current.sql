-- The whole schema as the migrations make it. Written by a test, never by hand: after a new migration run
-- PRAKTIK_UPDATE_SCHEMA=1 Deploy/test

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE DOMAIN public.hex_digest AS text
	CONSTRAINT hex_digest_is_sha256 CHECK ((VALUE ~ '^[0-9a-f]{64}$'::text));

CREATE DOMAIN public.human_code AS text
	CONSTRAINT human_code_is_printable CHECK ((VALUE ~ '^[^[:space:][:cntrl:];,|"]{1,64}$'::text));

CREATE DOMAIN public.municipality_code AS text
	CONSTRAINT municipality_code_is_four_digits CHECK ((VALUE ~ '^[0-9]{4}$'::text));

CREATE TYPE public.retention_gone AS (
	counts jsonb,
	digest bytea,
	audit_entries integer
);

CREATE FUNCTION public.agreement_clashes(of_municipality text, of_placement uuid, of_version integer) RETURNS TABLE(course_id uuid, certain boolean)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT c.id, a.begins_at IS NOT NULL AND c.begins_at IS NOT NULL
    FROM agreement a
    JOIN placement p ON p.municipality = a.municipality AND p.id = a.placement_id
    JOIN participant t ON t.municipality = p.municipality AND t.person_id = p.person_id
    JOIN course c ON c.municipality = t.municipality AND c.participant_id = t.id
    WHERE a.municipality = of_municipality AND a.placement_id = of_placement AND a.version = of_version
        AND c.starts_on <= a.ends_on AND c.ends_on >= a.starts_on
        AND (a.begins_at IS NULL OR c.begins_at IS NULL
            OR (a.begins_at < c.finishes_at AND a.begins_at + coalesce(a.minutes_per_day, 480) > c.begins_at))
        AND EXISTS (
            SELECT FROM generate_series(0, least(6, least(a.ends_on, c.ends_on)
                - greatest(a.starts_on, c.starts_on))) AS d (later)
            WHERE (a.weekdays & c.weekdays
                & (1 << (extract(isodow FROM greatest(a.starts_on, c.starts_on) + d.later)::integer - 1))) <> 0)
$$;

CREATE FUNCTION public.agreement_in_force() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM agreement_require(NEW.municipality, NEW.placement_id, NEW.version);
    RETURN NULL;
END
$$;

CREATE FUNCTION public.agreement_missing_approvals(of_municipality text, of_placement uuid, of_version integer) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(array_agg(w.party ORDER BY w.place), '{}')
    FROM unnest(ARRAY['participant', 'host', 'referrer']) WITH ORDINALITY w (party, place)
    WHERE NOT EXISTS (
        SELECT FROM agreement_approval v
        WHERE v.municipality = of_municipality AND v.placement_id = of_placement AND v.version = of_version
            AND v.party = w.party)
$$;

CREATE FUNCTION public.agreement_missing_checks(of_municipality text, of_placement uuid, of_version integer) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(array_agg(r.check_name ORDER BY r.check_name), '{}')
    FROM agreement a
    JOIN slot s ON s.municipality = a.municipality AND s.id = a.slot_id
    JOIN check_rule r ON r.kind = s.kind AND r.valid_from <= a.starts_on
        AND (r.valid_to IS NULL OR r.valid_to >= a.starts_on)
    WHERE a.municipality = of_municipality AND a.placement_id = of_placement AND a.version = of_version
        AND CASE r.condition
            WHEN 'always' THEN true
            WHEN 'minor' THEN a.minor
            WHEN 'slot_asks' THEN coalesce(s.record_check, false)
            WHEN 'clash' THEN EXISTS (
                SELECT FROM agreement_clashes(of_municipality, of_placement, of_version) x WHERE x.certain)
            END
        AND CASE r.check_name
            WHEN 'named_supervisor' THEN a.supervisor_id IS NULL
            ELSE NOT EXISTS (
                SELECT FROM check_before_start k
                JOIN agreement b ON b.municipality = k.municipality AND b.placement_id = k.placement_id
                    AND b.version = k.version
                WHERE k.municipality = a.municipality AND k.placement_id = a.placement_id
                    AND k.check_name = r.check_name
                    AND (k.version = a.version OR (b.slot_id = a.slot_id AND k.check_name <> 'course_clash')))
            END
$$;

CREATE FUNCTION public.agreement_require(of_municipality text, of_placement uuid, of_version integer) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF cardinality(agreement_missing_approvals(of_municipality, of_placement, of_version)) > 0 THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_agreement_approved', TABLE = 'agreement',
            MESSAGE = 'not everybody has approved the agreement';
    END IF;
    IF cardinality(agreement_missing_checks(of_municipality, of_placement, of_version)) > 0 THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_checks_made', TABLE = 'agreement',
            MESSAGE = 'a check before the start is missing';
    END IF;
END
$$;

CREATE FUNCTION public.agreement_within_supervision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    fullness text;
    training text;
    guide uuid;
    guide_before uuid;
    first_day date;
    last_day date;
BEGIN
    SELECT coalesce(m.supervisor_policy, 'block'), coalesce(m.training_policy, 'warn') INTO fullness, training
        FROM (SELECT) AS one LEFT JOIN municipality_settings m ON m.municipality = NEW.municipality;
    PERFORM FROM slot s WHERE s.municipality = NEW.municipality AND s.id = NEW.slot_id FOR NO KEY UPDATE;
    SELECT coalesce(NEW.supervisor_id, n.supervisor_id),
        coalesce((SELECT g.supervisor_id FROM agreement g WHERE g.municipality = NEW.municipality
            AND g.placement_id = NEW.placement_id AND g.in_force_at IS NOT NULL AND g.version < NEW.version
            ORDER BY g.version DESC LIMIT 1), s.supervisor_id),
        greatest(NEW.starts_on, p.starts_on), least(NEW.ends_on, p.occupied_to)
        INTO guide, guide_before, first_day, last_day
        FROM placement p
        JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
        JOIN slot n ON n.municipality = p.municipality AND n.id = NEW.slot_id
        WHERE p.municipality = NEW.municipality AND p.id = NEW.placement_id
            AND p.state IN ('accepted', 'agreed', 'started');
    IF guide IS NULL OR guide = guide_before THEN
        RETURN NULL;
    END IF;
    IF training = 'block' AND NOT supervisor_trained_by(NEW.municipality, guide, NEW.starts_on) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agreement_supervisor_trained', TABLE = 'agreement',
            MESSAGE = 'the supervisor is not trained by the first day';
    END IF;
    IF fullness = 'block' THEN
        UPDATE supervisor SET occupancy_version = occupancy_version + 1
            WHERE municipality = NEW.municipality AND id = guide;
        IF supervisor_overfull_on(NEW.municipality, guide, first_day, last_day) IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agreement_within_supervision', TABLE = 'agreement',
                MESSAGE = 'more people than the supervisor takes on a day';
        END IF;
    END IF;
    RETURN NULL;
END
$$;

CREATE TABLE public.audit_entry (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor text NOT NULL,
    role text NOT NULL,
    on_behalf_of text,
    reason text,
    action text NOT NULL,
    entity text NOT NULL,
    entity_id uuid,
    outcome text NOT NULL,
    sequence bigint,
    value_hash bytea,
    previous_hash bytea,
    hash bytea,
    CONSTRAINT audit_entry_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'read'::text])))
);

CREATE FUNCTION public.audit_entry_hash(e public.audit_entry) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT sha256(e.previous_hash || coalesce(e.value_hash, ''::bytea) || convert_to(concat_ws(E'\x1f',
        e.municipality, e.sequence, e.id, extract(epoch FROM e.at), e.actor, e.role, coalesce(e.on_behalf_of, ''),
        coalesce(e.reason, ''), e.action, e.entity, coalesce(e.entity_id::text, ''), e.outcome), 'UTF8'))
$$;

CREATE FUNCTION public.audit_erasure_digest(of_municipality text, of_run uuid) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
    SELECT sha256(coalesce(string_agg(x.kept, ''::bytea ORDER BY e.sequence), ''::bytea))
    FROM audit_erasure x JOIN audit_entry e ON e.municipality = x.municipality AND e.id = x.entry_id
    WHERE x.municipality = of_municipality AND x.run_id = of_run
$$;

CREATE FUNCTION public.audit_faults(of_municipality text) RETURNS TABLE(sequence bigint, fault text)
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

CREATE FUNCTION public.audit_kept_hash(e public.audit_entry) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT sha256(e.previous_hash || e.hash || coalesce(e.value_hash, ''::bytea) || convert_to(concat_ws(E'\x1f',
        e.municipality, e.sequence, e.id, extract(epoch FROM e.at), e.actor, e.role, coalesce(e.on_behalf_of, ''),
        coalesce(e.reason, ''), e.action, e.entity, coalesce(e.entity_id::text, ''), e.outcome), 'UTF8'))
$$;

CREATE FUNCTION public.audit_row_in_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.audit_seal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.audit_value_hash(salt bytea, before jsonb, after jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT sha256(salt || convert_to(coalesce(before::text, '') || E'\x1f' || coalesce(after::text, ''), 'UTF8'))
$$;

CREATE FUNCTION public.audit_value_in_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM audit_entry
               WHERE municipality = NEW.municipality AND id = NEW.entry_id AND hash IS NOT NULL) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'audit_value_in_time', TABLE = 'audit_value',
            MESSAGE = 'the audit entry is sealed';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION public.bearer(of_municipality text, of_kind text, of_id uuid, of_secret bytea) RETURNS TABLE(account_id uuid, name text, role text, unit_id uuid, referrer_id uuid, named_officer boolean, display_name text, language text, disabled_on date, expires_at timestamp with time zone, last_used_at timestamp with time zone, scopes text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT a.id, a.name, a.role, a.unit_id, a.referrer_id, a.named_officer, a.display_name, a.language, a.disabled_on,
        t.expires_at, t.last_used_at, t.scopes
    FROM (
        SELECT s.municipality, s.account_id, s.expires_at, s.last_used_at, NULL::text[] AS scopes FROM user_session s
        WHERE of_kind = 'session' AND s.municipality = of_municipality AND s.id = of_id AND s.secret_hash = of_secret
        UNION ALL
        SELECT p.municipality, p.account_id, p.expires_at, p.last_used_at, p.scopes FROM api_token p
        WHERE of_kind = 'program' AND p.municipality = of_municipality AND p.id = of_id AND p.secret_hash = of_secret
            AND p.revoked_at IS NULL
    ) t
    JOIN user_account a ON a.municipality = t.municipality AND a.id = t.account_id
$$;

CREATE FUNCTION public.complaint_handled() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF OLD.handled_on IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'complaint_handled_once', TABLE = 'complaint',
            MESSAGE = 'the complaint is handled already';
    END IF;
    NEW.handled_by := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    RETURN NEW;
END
$$;

CREATE FUNCTION public.complaint_made() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.role := voice_giver(NEW.ground);
    NEW.actor := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    PERFORM FROM placement p WHERE p.municipality = NEW.municipality AND p.id = NEW.placement_id FOR NO KEY UPDATE;
    IF 5 <= (SELECT count(*) FROM complaint c WHERE c.municipality = NEW.municipality
            AND c.placement_id = NEW.placement_id AND c.made_on = NEW.made_on) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'complaint_daily', TABLE = 'complaint',
            MESSAGE = 'so many complaints of one placement are taken a day';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION public.complaints_to_handle() RETURNS TABLE(placement_id uuid, code text, made_on date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM voice_require(ARRAY['coordinator', 'operator']);
    RETURN QUERY SELECT c.placement_id, c.code::text, c.made_on FROM complaint c
        WHERE c.municipality = current_setting('praktik.municipality') AND c.handled_on IS NULL;
END
$$;

CREATE FUNCTION public.contradicting_outcomes(of_municipality text, of_placement uuid) RETURNS TABLE(moment integer, outcome_id uuid, other_id uuid, other_code text, is_open boolean)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH told AS (
        SELECT DISTINCT ON (f.moment, coalesce(o.source, 'coordinator')) f.moment, o.id, o.code, o.status, o.employer,
            coalesce(o.source, 'coordinator') AS source, o.set_aside_by, o.confirmed_at, o.told_at
        FROM follow_up f
        JOIN outcome o ON o.municipality = f.municipality AND o.placement_id = f.placement_id
            AND o.checked_on BETWEEN f.first_day AND f.last_day
        WHERE f.municipality = of_municipality AND f.placement_id = of_placement AND f.moment >= 0
        ORDER BY f.moment, coalesce(o.source, 'coordinator'), o.checked_on DESC, o.told_at DESC NULLS LAST, o.code DESC
    )
    SELECT a.moment, a.id, b.id, b.code,
        (a.set_aside_by IS NULL AND b.set_aside_by IS NULL)
            OR coalesce(a.set_aside_by = b.id AND a.told_at > b.confirmed_at, false)
            OR coalesce(b.set_aside_by = a.id AND b.told_at > a.confirmed_at, false)
    FROM told a JOIN told b ON b.moment = a.moment AND b.source <> a.source
    WHERE (a.status <> 'unknown' AND b.status <> 'unknown'
            AND (a.status <> b.status OR a.status = 'employed' AND a.employer <> b.employer))
        -- A host would know.
        OR (a.source = 'host' AND a.status = 'unknown' AND b.status = 'employed' AND b.employer = 'host')
        OR (b.source = 'host' AND b.status = 'unknown' AND a.status = 'employed' AND a.employer = 'host')
$$;

CREATE FUNCTION public.follow_up_moments(rule_mid boolean, rule_end boolean, rule_days integer[], started_on date, agreed_end date, ended_on date) RETURNS TABLE(moment integer, due_on date, first_day date, last_day date)
    LANGUAGE sql IMMUTABLE
    AS $$
    -- A placement shorter than two weeks has no middle worth asking about, nor one that ended before it.
    SELECT -1, started_on + (agreed_end - started_on) / 2, started_on + (agreed_end - started_on) / 2,
        coalesce(ended_on, agreed_end) - 1
    WHERE coalesce(rule_mid, true) AND agreed_end - started_on >= 13
        AND started_on + (agreed_end - started_on) / 2 < coalesce(ended_on, agreed_end)
    UNION ALL
    SELECT 0, coalesce(ended_on, agreed_end), started_on, coalesce(ended_on, agreed_end)
        + coalesce((SELECT min(d.day) / 2 FROM unnest(coalesce(rule_days, '{30,90,180}')) AS d (day)), 30)
    WHERE coalesce(rule_end, true) AND started_on IS NOT NULL
    UNION ALL
    SELECT d.day, coalesce(ended_on, agreed_end) + d.day,
        coalesce(ended_on, agreed_end) + 1 + CASE WHEN d.before IS NULL AND NOT coalesce(rule_end, true) THEN 0
            ELSE (coalesce(d.before, 0) + d.day) / 2 END,
        coalesce(ended_on, agreed_end) + coalesce((d.day + d.after) / 2, d.day + 185)
    FROM (
        SELECT e.day, lag(e.day) OVER (ORDER BY e.day) AS before, lead(e.day) OVER (ORDER BY e.day) AS after
        FROM (SELECT DISTINCT x.day FROM unnest(coalesce(rule_days, '{30,90,180}')) AS x (day)) AS e
    ) AS d
    WHERE started_on IS NOT NULL
$$;

CREATE FUNCTION public.follow_up_told() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    the_role text := coalesce(current_setting('praktik.role', true), '');
BEGIN
    IF NOT NEW.source = ANY (told_by(the_role)) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'follow_up_report_role', TABLE = 'follow_up_report',
            MESSAGE = format('the role %L does not speak for the %s', the_role, NEW.source);
    END IF;
    NEW.actor := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    NEW.role := the_role;
    RETURN NEW;
END
$$;

CREATE FUNCTION public.municipalities_with_mail(by_moment timestamp with time zone) RETURNS TABLE(municipality text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT DISTINCT m.municipality::text FROM message m
    WHERE m.state = 'waiting' AND m.next_try_at <= by_moment ORDER BY 1
$$;

CREATE FUNCTION public.organisation_unit_no_circle() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('organisation_unit:' || NEW.municipality, 0));
    IF EXISTS (
        WITH RECURSIVE up (id, parent_id, depth) AS (
            SELECT u.id, u.parent_id, 1 FROM organisation_unit u
                WHERE u.municipality = NEW.municipality AND u.id = NEW.parent_id
            UNION ALL
            SELECT u.id, u.parent_id, up.depth + 1 FROM up
                JOIN organisation_unit u ON u.municipality = NEW.municipality AND u.id = up.parent_id
                WHERE up.depth < 32
        )
        SELECT FROM up WHERE up.id = NEW.id OR up.depth >= 32
    ) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'organisation_unit_no_circle',
            TABLE = 'organisation_unit', MESSAGE = 'a unit would stand above itself, or more than 32 levels deep';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.outcome_told() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT coalesce(NEW.source, '') = ANY (told_by(current_setting('praktik.role', true))) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'outcome_source_role', TABLE = 'outcome',
            MESSAGE = 'the role does not speak for that source';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION public.placement_agreed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    is_import boolean := coalesce(current_setting('praktik.import', true), '') = 'on';
    becomes_agreed boolean := OLD.state = 'accepted' AND NEW.state = 'agreed';
    newest agreement;
BEGIN
    SELECT * INTO newest FROM agreement a
        WHERE a.municipality = NEW.municipality AND a.placement_id = NEW.id
            AND (becomes_agreed OR a.in_force_at IS NOT NULL)
        ORDER BY a.version DESC LIMIT 1;
    IF NOT FOUND THEN
        IF is_import OR NOT becomes_agreed THEN RETURN NULL; END IF;
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_agreement_approved', TABLE = 'placement',
            MESSAGE = 'there is no agreement';
    END IF;
    IF becomes_agreed THEN
        PERFORM agreement_require(NEW.municipality, NEW.id, newest.version);
    END IF;
    IF NOT is_import
        AND (newest.slot_id, newest.starts_on, newest.ends_on) <> (NEW.slot_id, NEW.starts_on, NEW.ends_on) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_as_agreed', TABLE = 'placement',
            MESSAGE = 'the days or the slot are not those of the agreement';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.placement_answer_given() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    the_role text := coalesce(current_setting('praktik.role', true), '');
    present text;
    theirs boolean;
BEGIN
    SELECT p.state INTO present FROM placement p
        WHERE p.municipality = NEW.municipality AND p.id = NEW.placement_id FOR UPDATE;
    IF present <> 'proposed' THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_answer_to_proposal', TABLE = 'placement_answer',
            MESSAGE = format('a placement that is %s has no proposal to answer', present);
    END IF;
    theirs := CASE WHEN NEW.ground IS NULL
        THEN (NEW.party, the_role) IN (('host', 'registrar'), ('participant', 'participant'))
        ELSE EXISTS (SELECT FROM placement_transition_role t WHERE t.role = the_role AND t.manner = 'on_behalf') END;
    IF NOT theirs THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_answer_role', TABLE = 'placement_answer',
            MESSAGE = format('the role %L does not give the answer of the %s', the_role, NEW.party);
    END IF;
    NEW.actor := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    NEW.role := the_role;
    NEW.standing := true;
    UPDATE placement_answer a SET standing = false
        WHERE a.municipality = NEW.municipality AND a.placement_id = NEW.placement_id AND a.party = NEW.party AND a.standing;
    RETURN NEW;
END
$$;

CREATE FUNCTION public.placement_answers_taken_back() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE placement_answer a SET standing = false
        WHERE a.municipality = NEW.municipality AND a.placement_id = NEW.id AND a.standing
            AND (OLD.state IN ('proposed', 'accepted') OR a.answer = 'declined');
    RETURN NULL;
END
$$;

CREATE FUNCTION public.placement_record() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO placement_event (municipality, placement_id, ordinal, actor, from_state, to_state, correction, state_on,
        reason, slot_id, starts_on, ends_on)
    SELECT NEW.municipality, NEW.id,
        coalesce((SELECT max(e.ordinal) FROM placement_event e
                  WHERE e.municipality = NEW.municipality AND e.placement_id = NEW.id), 0) + 1,
        coalesce(nullif(current_setting('praktik.actor', true), ''), session_user),
        CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END, NEW.state,
        TG_OP = 'UPDATE' AND NOT EXISTS (
            SELECT FROM placement_transition t WHERE t.from_state = OLD.state AND t.to_state = NEW.state),
        NEW.state_on, NEW.state_reason, NEW.slot_id, NEW.starts_on, NEW.ends_on;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.placement_state_before(of_municipality text, of_placement uuid, present text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT e.from_state FROM placement_event e
    WHERE e.municipality = of_municipality AND e.placement_id = of_placement
        AND e.to_state = present AND e.from_state <> present AND NOT e.correction
    ORDER BY e.ordinal DESC LIMIT 1
$$;

CREATE FUNCTION public.placement_step() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    legal boolean := true;
    theirs boolean := true;
BEGIN
    IF TG_OP = 'INSERT' THEN
        legal := NEW.state = 'proposed';
        NEW.started_on := NULL;
        NEW.ended_on := NULL;
    ELSE
        IF NEW.state <> OLD.state THEN
            legal := EXISTS (SELECT FROM placement_transition t
                             WHERE t.from_state = OLD.state AND t.to_state = NEW.state)
                OR (NEW.state = placement_state_before(OLD.municipality, OLD.id, OLD.state)
                    AND NEW.state_reason <> '');
        END IF;
        NEW.started_on := CASE
            WHEN NEW.state = 'started' AND OLD.state IN ('started', 'agreed') THEN NEW.state_on
            -- A first day that is corrected takes along the start that was on it, or would now lie before it.
            WHEN NEW.state IN ('started', 'completed', 'interrupted') THEN
                CASE WHEN OLD.started_on = OLD.starts_on OR OLD.started_on < NEW.starts_on THEN NEW.starts_on
                    ELSE OLD.started_on END
            END;
        NEW.ended_on := CASE WHEN NEW.state IN ('completed', 'interrupted') THEN NEW.state_on END;
    END IF;
    IF NOT coalesce(legal, false) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_transition_legal', TABLE = 'placement',
            MESSAGE = format('a placement cannot go from %s to %s',
                CASE WHEN TG_OP = 'UPDATE' THEN OLD.state ELSE 'nothing' END, NEW.state);
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state THEN
        theirs := EXISTS (
            SELECT FROM placement_transition_role t
            WHERE t.from_state = OLD.state AND t.to_state = NEW.state
                AND t.role = current_setting('praktik.role', true)
                AND CASE t.manner
                    WHEN 'together' THEN 2 = (SELECT count(*) FROM placement_answer a
                        WHERE a.municipality = OLD.municipality AND a.placement_id = OLD.id AND a.standing
                            AND a.answer = 'accepted')
                    WHEN 'on_behalf' THEN EXISTS (SELECT FROM placement_answer a
                        WHERE a.municipality = OLD.municipality AND a.placement_id = OLD.id AND a.standing
                            AND a.answer = 'declined' AND a.ground IS NOT NULL)
                    ELSE true END);
    END IF;
    IF NOT theirs THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_step_role', TABLE = 'placement',
            MESSAGE = format('the role %L does not take a placement from %s to %s',
                coalesce(current_setting('praktik.role', true), ''), OLD.state, NEW.state);
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION public.placement_within_capacity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE slot SET occupancy_version = occupancy_version + 1
        WHERE municipality = NEW.municipality AND id = NEW.slot_id;
    IF slot_overfull_on(NEW.municipality, NEW.slot_id, NEW.starts_on, NEW.occupied_to) IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_within_capacity', TABLE = 'placement',
            MESSAGE = 'more people than places on a day';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.placement_within_supervision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    fullness text;
    training text;
    guide uuid;
    is_open boolean;
BEGIN
    SELECT coalesce(m.supervisor_policy, 'block'), coalesce(m.training_policy, 'warn') INTO fullness, training
        FROM (SELECT) AS one LEFT JOIN municipality_settings m ON m.municipality = NEW.municipality;
    PERFORM FROM slot s WHERE s.municipality = NEW.municipality AND s.id = NEW.slot_id FOR NO KEY UPDATE;
    -- A deferred check speaks at the end: what has been carried through by then is history that an import tells.
    SELECT p.state IN ('accepted', 'agreed', 'started'),
        coalesce((SELECT g.supervisor_id FROM agreement g WHERE g.municipality = p.municipality
            AND g.placement_id = p.id AND g.in_force_at IS NOT NULL ORDER BY g.version DESC LIMIT 1), s.supervisor_id)
        INTO is_open, guide
        FROM placement p JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
        WHERE p.municipality = NEW.municipality AND p.id = NEW.id;
    IF guide IS NULL OR NOT coalesce(is_open, false) THEN
        RETURN NULL;
    END IF;
    IF training = 'block' AND (OLD.occupied_to IS NULL OR OLD.slot_id <> NEW.slot_id OR OLD.starts_on <> NEW.starts_on)
        AND NOT supervisor_trained_by(NEW.municipality, guide, NEW.starts_on)
    THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_supervisor_trained', TABLE = 'placement',
            MESSAGE = 'the supervisor is not trained by the first day';
    END IF;
    IF fullness = 'block' THEN
        UPDATE supervisor SET occupancy_version = occupancy_version + 1
            WHERE municipality = NEW.municipality AND id = guide;
        IF (CASE WHEN OLD.occupied_to IS NOT NULL AND (OLD.slot_id = NEW.slot_id OR EXISTS (
                SELECT FROM slot s WHERE s.municipality = OLD.municipality AND s.id = OLD.slot_id
                    AND s.supervisor_id = guide))
            THEN coalesce(
                supervisor_overfull_on(
                    NEW.municipality, guide, NEW.starts_on, least(NEW.occupied_to, OLD.starts_on - 1)),
                supervisor_overfull_on(
                    NEW.municipality, guide, greatest(NEW.starts_on, OLD.occupied_to + 1), NEW.occupied_to))
            ELSE supervisor_overfull_on(NEW.municipality, guide, NEW.starts_on, NEW.occupied_to) END) IS NOT NULL
        THEN
            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'placement_within_supervision', TABLE = 'placement',
                MESSAGE = 'more people than the supervisor takes on a day';
        END IF;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.refresh_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    ANALYZE organisation_unit, referrer, supervisor, undertaking, slot, person, participant, wish, placement, outcome;
END
$$;

CREATE FUNCTION public.retention_accounts(of_municipality text) RETURNS TABLE(account_id uuid, last_event date)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT a.id, a.disabled_on FROM user_account a
    WHERE a.municipality = of_municipality AND a.disabled_on IS NOT NULL
        AND num_nonnulls(a.display_name, a.email, a.password_hash, a.issuer, a.subject) > 0
$$;

CREATE FUNCTION public.retention_before(of_municipality text, of_category text, on_day date) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT (on_day - make_interval(months => retention_months(of_municipality, of_category)))::date
$$;

CREATE FUNCTION public.retention_contacts(of_municipality text) RETURNS TABLE(supervisor_id uuid, last_event date, holds text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
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

CREATE FUNCTION public.retention_digest(keys uuid[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT sha256(coalesce(string_agg(uuid_send(k.key), ''::bytea ORDER BY k.key), ''::bytea))
    FROM (SELECT DISTINCT unnest(keys)) k (key)
$$;

CREATE FUNCTION public.retention_erase_audit(of_municipality text, the_run uuid, of_records uuid[], of_role text, of_names text[]) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
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

CREATE FUNCTION public.retention_erase_contacts(of_municipality text, on_day date, the_run uuid, contacts uuid[]) RETURNS public.retention_gone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
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

CREATE FUNCTION public.retention_erase_others(of_municipality text, on_day date, the_run uuid, of_category text) RETURNS public.retention_gone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
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

CREATE FUNCTION public.retention_erase_persons(of_municipality text, on_day date, the_run uuid, persons uuid[]) RETURNS public.retention_gone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
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
$_$;

CREATE FUNCTION public.retention_months(of_municipality text, of_category text) RETURNS integer
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT r.months FROM retention_rule r
            WHERE r.municipality = of_municipality AND r.category = of_category), c.months)
    FROM retention_category c WHERE c.category = of_category
$$;

CREATE FUNCTION public.retention_persons(of_municipality text, on_day date) RETURNS TABLE(person_id uuid, first_event date, last_event date, holds text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
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

CREATE FUNCTION public.retention_redact_runs(of_municipality text, on_day date, labels text[]) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $_$
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
$_$;

CREATE FUNCTION public.retention_require(of_municipality text, the_roles text[]) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF of_municipality <> current_setting('praktik.municipality')
        OR NOT coalesce(current_setting('praktik.role', true), '') = ANY (the_roles)
    THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'retention is not this role''s to do';
    END IF;
END
$$;

CREATE FUNCTION public.retention_without(document jsonb, labels text[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $_$
    SELECT coalesce(jsonb_object_agg(m.key, CASE jsonb_typeof(m.value) WHEN 'array' THEN (
            SELECT coalesce(jsonb_agg(x.element ORDER BY x.place), '[]')
            FROM jsonb_array_elements(m.value) WITH ORDINALITY x (element, place)
            WHERE coalesce(x.element ->> 'participant', '') <> ALL (labels)
                AND NOT EXISTS (SELECT FROM jsonb_path_query(x.element, '$.referrals[*]') f
                    WHERE (f ->> 'referrer') || '/' || (f ->> 'reference') = ANY (labels)))
        ELSE m.value END), '{}')
    FROM jsonb_each(document) m
$_$;

CREATE FUNCTION public.served_municipalities() RETURNS TABLE(municipality text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT h.municipality::text FROM audit_head h ORDER BY 1
$$;

CREATE FUNCTION public.slot_covers_occupancy() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    the_municipality text := coalesce(NEW.municipality, OLD.municipality);
    the_slot uuid;
BEGIN
    IF TG_TABLE_NAME = 'slot' THEN
        the_slot := NEW.id;
    ELSE
        the_slot := NEW.slot_id;
        UPDATE slot SET occupancy_version = occupancy_version + 1
            WHERE municipality = the_municipality AND id = the_slot;
    END IF;
    IF (SELECT slot_overfull_on(the_municipality, the_slot, min(p.starts_on), max(p.occupied_to)) FROM placement p
        WHERE p.municipality = the_municipality AND p.slot_id = the_slot AND p.occupied_to IS NOT NULL) IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'slot_covers_occupancy', TABLE = 'slot',
            MESSAGE = 'the slot would have fewer places than people on a day';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.slot_overfull_on(of_municipality text, of_slot uuid, from_day date, to_day date) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT min(d.day) FROM slot s CROSS JOIN LATERAL (
        SELECT from_day AS day
        UNION SELECT p.starts_on FROM placement p
            WHERE p.municipality = of_municipality AND p.slot_id = of_slot AND p.occupied_to IS NOT NULL
        UNION SELECT w.withdrawn_on FROM slot_withdrawal w
            WHERE w.municipality = of_municipality AND w.slot_id = of_slot
        UNION SELECT s.withdrawn_on
        UNION SELECT s.ends_on + 1
    ) AS d
    WHERE s.municipality = of_municipality AND s.id = of_slot AND d.day BETWEEN from_day AND to_day
        AND (SELECT count(*) FROM placement p
             WHERE p.municipality = of_municipality AND p.slot_id = of_slot
                AND p.starts_on <= d.day AND p.occupied_to >= d.day) > slot_places_on(s, d.day)
$$;

CREATE TABLE public.slot (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    unit_id uuid NOT NULL,
    title text NOT NULL,
    ssyk text,
    kind text NOT NULL,
    purpose text,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    places smallint NOT NULL,
    minutes_per_day smallint,
    weekdays smallint,
    sfi_required text,
    licences text[] DEFAULT '{}'::text[] NOT NULL,
    minimum_age smallint,
    record_check boolean,
    earmark_id uuid,
    supervisor_id uuid,
    urgency text,
    permanent_post boolean,
    area text,
    state text NOT NULL,
    offered_on date,
    withdrawn_on date,
    withdrawn_reason text,
    confirmed_on date,
    renewed_from_id uuid,
    occupancy_version bigint DEFAULT 0 NOT NULL,
    CONSTRAINT slot_extratjanst_is_history CHECK (((kind <> 'extratjanst'::text) OR (COALESCE(offered_on, starts_on) < '2022-01-01'::date))),
    CONSTRAINT slot_kind CHECK ((kind = ANY (ARRAY['arbetspraktik'::text, 'arbetstraning'::text, 'sprakpraktik'::text, 'studiepraktik'::text, 'apl'::text, 'larling'::text, 'prao'::text, 'put'::text, 'extratjanst'::text]))),
    CONSTRAINT slot_minimum_age CHECK (((minimum_age >= 0) AND (minimum_age <= 120))),
    CONSTRAINT slot_minutes_per_day CHECK (((minutes_per_day >= 1) AND (minutes_per_day <= 1440))),
    CONSTRAINT slot_period CHECK ((ends_on >= starts_on)),
    CONSTRAINT slot_places CHECK (((places >= 1) AND (places <= 500))),
    CONSTRAINT slot_purpose CHECK ((purpose = ANY (ARRAY['language'::text, 'job'::text, 'introduction'::text]))),
    CONSTRAINT slot_sfi_required CHECK ((sfi_required = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
    CONSTRAINT slot_ssyk CHECK ((ssyk ~ '^[0-9]{4}$'::text)),
    CONSTRAINT slot_state CHECK ((state = ANY (ARRAY['draft'::text, 'offered'::text, 'withdrawn'::text, 'closed'::text]))),
    CONSTRAINT slot_title_given CHECK ((title <> ''::text)),
    CONSTRAINT slot_urgency CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text]))),
    CONSTRAINT slot_weekdays CHECK (((weekdays >= 1) AND (weekdays <= 127))),
    CONSTRAINT slot_withdrawn_dated CHECK (((state = 'withdrawn'::text) = (withdrawn_on IS NOT NULL)))
);

CREATE FUNCTION public.slot_places_on(s public.slot, day date) RETURNS integer
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE
        WHEN day < s.starts_on OR day > s.ends_on OR day >= s.withdrawn_on THEN 0
        ELSE greatest(0, s.places - coalesce((
            SELECT sum(w.places) FROM slot_withdrawal w
            WHERE w.municipality = s.municipality AND w.slot_id = s.id AND w.withdrawn_on <= day), 0))
    END::integer
$$;

CREATE FUNCTION public.slot_transition_legal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.slot_within_supervision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    fullness text;
    training text;
BEGIN
    SELECT coalesce(m.supervisor_policy, 'block'), coalesce(m.training_policy, 'warn') INTO fullness, training
        FROM (SELECT) AS one LEFT JOIN municipality_settings m ON m.municipality = NEW.municipality;
    IF training = 'block' AND EXISTS (
        SELECT FROM guided g WHERE g.municipality = NEW.municipality AND g.supervisor_id = NEW.supervisor_id
            AND g.slot_id = NEW.id AND g.state IN ('accepted', 'agreed', 'started')
            AND NOT supervisor_trained_by(NEW.municipality, NEW.supervisor_id, g.starts_on))
    THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'slot_supervisor_trained', TABLE = 'slot',
            MESSAGE = 'the supervisor is not trained by the first day';
    END IF;
    IF fullness = 'block' THEN
        UPDATE supervisor SET occupancy_version = occupancy_version + 1
            WHERE municipality = NEW.municipality AND id = NEW.supervisor_id;
        IF (SELECT supervisor_overfull_on(NEW.municipality, NEW.supervisor_id, min(g.starts_on), max(g.occupied_to), true)
            FROM guided g WHERE g.municipality = NEW.municipality AND g.supervisor_id = NEW.supervisor_id
                AND g.slot_id = NEW.id AND g.state IN ('accepted', 'agreed', 'started')) IS NOT NULL
        THEN
            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'slot_within_supervision', TABLE = 'slot',
                MESSAGE = 'more people than the supervisor takes on a day';
        END IF;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.snapshot_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.snapshot_row_digest(salt text, content text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT encode(sha256(convert_to(salt || ' ' || content || E'\n', 'UTF8')), 'hex')
$$;

CREATE FUNCTION public.snapshot_row_in_time() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN snapshot s ON s.municipality = a.municipality AND s.id = a.snapshot_id) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'snapshot_kept', TABLE = 'snapshot_row',
            MESSAGE = 'a closed period gets no more rows';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.snapshot_row_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.supervisor_covers_people() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM municipality_settings m
                   WHERE m.municipality = NEW.municipality AND m.supervisor_policy = 'warn')
        AND supervisor_overfull_on(NEW.municipality, NEW.id, '-infinity', 'infinity', true) IS NOT NULL
    THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'supervisor_covers_people', TABLE = 'supervisor',
            MESSAGE = 'the supervisor would take fewer people than there are on a day';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.supervisor_overfull_on(of_municipality text, of_supervisor uuid, from_day date, to_day date, still_there boolean DEFAULT false) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT min(k.day) FROM (
        SELECT z.day, sum(sum(z.step)) OVER (ORDER BY z.day) AS people
        FROM guided g
        CROSS JOIN LATERAL (VALUES (greatest(g.starts_on, from_day), 1), (g.occupied_to + 1, -1)) AS z (day, step)
        WHERE g.municipality = of_municipality AND g.supervisor_id = of_supervisor AND g.starts_on <= to_day
            AND g.occupied_to >= greatest(g.starts_on, from_day)
            AND (NOT still_there OR g.state IN ('accepted', 'agreed', 'started'))
        GROUP BY z.day
    ) AS k
    JOIN supervisor v ON v.municipality = of_municipality AND v.id = of_supervisor AND k.people > v.capacity
    WHERE k.day <= to_day
$$;

CREATE FUNCTION public.supervisor_trained_by(of_municipality text, of_supervisor uuid, day date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT v.trained_on <= day IS TRUE FROM supervisor v WHERE v.municipality = of_municipality AND v.id = of_supervisor
$$;

CREATE FUNCTION public.told_by(the_role text) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT CASE the_role
        WHEN 'coordinator' THEN ARRAY['host', 'participant', 'coordinator', 'referrer', 'register']
        WHEN 'operator' THEN ARRAY['host', 'participant', 'coordinator', 'referrer', 'register']
        WHEN 'supervisor' THEN ARRAY['host'] WHEN 'registrar' THEN ARRAY['host']
        WHEN 'participant' THEN ARRAY['participant'] ELSE '{}' END
$$;

CREATE FUNCTION public.unit_contact(of_municipality text, of_unit uuid) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH RECURSIVE up (parent_id, email, depth) AS (
        SELECT u.parent_id, u.email, 1 FROM organisation_unit u WHERE u.municipality = of_municipality AND u.id = of_unit
        UNION ALL
        SELECT u.parent_id, u.email, up.depth + 1 FROM up
            JOIN organisation_unit u ON u.municipality = of_municipality AND u.id = up.parent_id
        WHERE up.email IS NULL
    )
    SELECT up.email FROM up WHERE up.email IS NOT NULL ORDER BY up.depth LIMIT 1
$$;

CREATE FUNCTION public.uuid_v7() RETURNS uuid
    LANGUAGE sql PARALLEL SAFE
    AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')
        || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
$$;

CREATE FUNCTION public.voice_answer_given() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    due date;
BEGIN
    NEW.role := voice_giver(NEW.ground);
    NEW.actor := coalesce(nullif(current_setting('praktik.actor', true), ''), session_user);
    SELECT voice_day(NEW.occasion, p.state, p.started_on, p.ended_on, p.ends_on) INTO due FROM placement p
        WHERE p.municipality = NEW.municipality AND p.id = NEW.placement_id;
    IF due IS NULL OR due > NEW.answered_on THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'voice_answer_due', TABLE = 'voice_answer',
            MESSAGE = 'the participant is not asked yet';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION public.voice_day(occasion text, state text, started_on date, ended_on date, ends_on date) RETURNS date
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT CASE occasion
        WHEN 'mid' THEN CASE
            WHEN state IN ('started', 'completed', 'interrupted') AND ends_on - started_on >= 27
                AND (ended_on IS NULL OR ended_on > started_on + (ends_on - started_on) / 2)
            THEN started_on + (ends_on - started_on) / 2 END
        WHEN 'end' THEN CASE WHEN state IN ('completed', 'interrupted') THEN ended_on END
    END
$$;

CREATE FUNCTION public.voice_giver(ground text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    the_role text := coalesce(current_setting('praktik.role', true), '');
BEGIN
    IF the_role <> (CASE WHEN ground IS NULL THEN 'participant' ELSE 'coordinator' END) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'voice_role',
            MESSAGE = format('the role %L does not speak for the participant', the_role);
    END IF;
    RETURN the_role;
END
$$;

CREATE FUNCTION public.voice_is_given(of_placement uuid, of_occasion text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 1000
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM voice_require(ARRAY['clock', 'participant', 'coordinator', 'operator']);
    RETURN EXISTS (SELECT FROM voice_answer v WHERE v.municipality = current_setting('praktik.municipality')
        AND v.placement_id = of_placement AND v.occasion = of_occasion);
END
$$;

CREATE FUNCTION public.voice_require(roles text[]) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT coalesce(current_setting('praktik.role', true), '') = ANY (roles) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'what participants say is not for this role';
    END IF;
END
$$;

CREATE FUNCTION public.voice_response(from_day date, to_day date) RETURNS TABLE(unit_id uuid, occasion text, asked bigint, answered bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    m text := current_setting('praktik.municipality');
BEGIN
    PERFORM voice_require(ARRAY['coordinator', 'operator', 'statistician']);
    RETURN QUERY
        SELECT s.unit_id, o.name, count(*), count(v.id)
        FROM placement p
        CROSS JOIN LATERAL (VALUES ('mid'), ('end')) AS o (name)
        CROSS JOIN LATERAL voice_day(o.name, p.state, p.started_on, p.ended_on, p.ends_on) AS d (due)
        JOIN person e ON e.municipality = p.municipality AND e.id = p.person_id AND NOT e.protected
        JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
        LEFT JOIN voice_answer v ON v.municipality = p.municipality AND v.placement_id = p.id AND v.occasion = o.name
        WHERE p.municipality = m AND p.starts_on <= to_day AND greatest(p.state_on, p.ends_on) >= from_day
            AND d.due BETWEEN from_day AND to_day
        GROUP BY s.unit_id, o.name;
END
$$;

CREATE FUNCTION public.voice_tally(from_day date, to_day date) RETURNS TABLE(question text, choice text, answers bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    m text := current_setting('praktik.municipality');
BEGIN
    PERFORM voice_require(ARRAY['coordinator', 'operator', 'statistician']);
    RETURN QUERY
        SELECT q.name, q.said, count(*)
        FROM voice_answer v
        JOIN placement p ON p.municipality = v.municipality AND p.id = v.placement_id
        JOIN person e ON e.municipality = p.municipality AND e.id = p.person_id AND NOT e.protected
        CROSS JOIN LATERAL (VALUES ('tasks', v.tasks), ('alone', v.alone), ('swedish', v.swedish),
            ('learnt', v.learnt)) AS q (name, said)
        WHERE v.municipality = m AND q.said IS NOT NULL
            AND voice_day(v.occasion, p.state, p.started_on, p.ended_on, p.ends_on) BETWEEN from_day AND to_day
        GROUP BY q.name, q.said;
END
$$;

CREATE TABLE public.accessibility_report (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    reported_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    page text,
    problem text NOT NULL,
    contact text,
    handled_on date,
    answer text,
    CONSTRAINT accessibility_report_answer CHECK (((char_length(answer) >= 1) AND (char_length(answer) <= 1000))),
    CONSTRAINT accessibility_report_contact CHECK (((char_length(contact) >= 1) AND (char_length(contact) <= 254))),
    CONSTRAINT accessibility_report_page CHECK (((char_length(page) >= 1) AND (char_length(page) <= 1000))),
    CONSTRAINT accessibility_report_problem CHECK (((char_length(problem) >= 1) AND (char_length(problem) <= 4000)))
);

CREATE TABLE public.account_link (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    purpose text NOT NULL,
    secret_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT account_link_ended_once CHECK (((used_at IS NULL) OR (revoked_at IS NULL))),
    CONSTRAINT account_link_purpose CHECK ((purpose = ANY (ARRAY['invitation'::text, 'password_reset'::text]))),
    CONSTRAINT account_link_secret CHECK ((octet_length(secret_hash) = 32))
);

CREATE TABLE public.agreement (
    municipality public.municipality_code NOT NULL,
    placement_id uuid NOT NULL,
    version smallint NOT NULL,
    slot_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    minutes_per_day smallint,
    begins_at smallint,
    weekdays smallint DEFAULT 31 NOT NULL,
    supervisor_id uuid,
    deputy_id uuid,
    goal text NOT NULL,
    language_goal text,
    insurance text NOT NULL,
    contact text,
    minor boolean NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    made_by text NOT NULL,
    in_force_at timestamp with time zone,
    CONSTRAINT agreement_begins_at CHECK (((begins_at >= 0) AND (begins_at <= 1439))),
    CONSTRAINT agreement_contact CHECK (((char_length(contact) >= 1) AND (char_length(contact) <= 1000))),
    CONSTRAINT agreement_goal CHECK (((char_length(goal) >= 1) AND (char_length(goal) <= 1000))),
    CONSTRAINT agreement_insurance CHECK (((char_length(insurance) >= 1) AND (char_length(insurance) <= 1000))),
    CONSTRAINT agreement_language_goal CHECK (((char_length(language_goal) >= 1) AND (char_length(language_goal) <= 1000))),
    CONSTRAINT agreement_minutes_per_day CHECK (((minutes_per_day >= 1) AND (minutes_per_day <= 1440))),
    CONSTRAINT agreement_period CHECK ((ends_on >= starts_on)),
    CONSTRAINT agreement_version CHECK ((version >= 1)),
    CONSTRAINT agreement_weekdays CHECK (((weekdays >= 1) AND (weekdays <= 127))),
    CONSTRAINT agreement_within_day CHECK (((begins_at + minutes_per_day) <= 1440))
);

CREATE TABLE public.agreement_approval (
    municipality public.municipality_code NOT NULL,
    placement_id uuid NOT NULL,
    version smallint NOT NULL,
    party text NOT NULL,
    approved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    approved_by text NOT NULL,
    role text NOT NULL,
    ground text,
    CONSTRAINT agreement_approval_ground CHECK ((ground = ANY (ARRAY['phoned'::text, 'no_email'::text, 'no_e_identification'::text, 'signed_on_paper'::text]))),
    CONSTRAINT agreement_approval_own_or_on_behalf CHECK (
CASE
    WHEN (role = ANY (ARRAY['coordinator'::text, 'operator'::text])) THEN (ground IS NOT NULL)
    WHEN (ground IS NOT NULL) THEN false
    ELSE ((((party = 'participant'::text) AND (role = 'participant'::text)) OR ((party = 'host'::text) AND (role = 'registrar'::text))) OR ((party = 'referrer'::text) AND (role = 'referrer'::text)))
END),
    CONSTRAINT agreement_approval_party_known CHECK ((party = ANY (ARRAY['participant'::text, 'host'::text, 'referrer'::text])))
);

CREATE TABLE public.api_answer (
    municipality public.municipality_code NOT NULL,
    account text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    status smallint NOT NULL,
    headers text NOT NULL,
    body text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT api_answer_key CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);

CREATE TABLE public.api_token (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    secret_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_token_name_form CHECK (((char_length(name) >= 1) AND (char_length(name) <= 1000))),
    CONSTRAINT api_token_scopes CHECK ((cardinality(scopes) > 0)),
    CONSTRAINT api_token_secret CHECK ((octet_length(secret_hash) = 32))
);

CREATE TABLE public.audit_erasure (
    municipality public.municipality_code NOT NULL,
    entry_id uuid NOT NULL,
    run_id uuid NOT NULL,
    kept bytea NOT NULL
);

CREATE TABLE public.audit_head (
    municipality public.municipality_code NOT NULL,
    sequence bigint NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE public.audit_row (
    municipality public.municipality_code NOT NULL,
    entry_id uuid NOT NULL,
    entity text NOT NULL,
    entity_id uuid NOT NULL,
    change text NOT NULL,
    before jsonb,
    CONSTRAINT audit_row_change CHECK ((change = ANY (ARRAY['created'::text, 'updated'::text])))
);

CREATE TABLE public.audit_value (
    municipality public.municipality_code NOT NULL,
    entry_id uuid NOT NULL,
    salt bytea DEFAULT (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) NOT NULL,
    before jsonb,
    after jsonb
);

CREATE TABLE public.check_before_start (
    municipality public.municipality_code NOT NULL,
    placement_id uuid NOT NULL,
    version smallint NOT NULL,
    check_name text NOT NULL,
    done_on date NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT check_before_start_recorded CHECK ((check_name = ANY (ARRAY['insurance'::text, 'risk_assessment'::text, 'record_check'::text, 'course_clash'::text])))
);

CREATE TABLE public.check_rule (
    check_name text NOT NULL,
    kind text NOT NULL,
    condition text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT check_rule_condition CHECK ((condition = ANY (ARRAY['always'::text, 'minor'::text, 'slot_asks'::text, 'clash'::text])))
);

CREATE TABLE public.code_counter (
    municipality public.municipality_code NOT NULL,
    kind text NOT NULL,
    last bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.complaint (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    placement_id uuid NOT NULL,
    words text NOT NULL,
    ground text,
    actor text NOT NULL,
    role text NOT NULL,
    made_on date NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    handled_on date,
    handled_by text,
    note text,
    CONSTRAINT complaint_ground CHECK ((ground = ANY (ARRAY['phoned'::text, 'no_email'::text, 'no_e_identification'::text, 'signed_on_paper'::text]))),
    CONSTRAINT complaint_handled_after CHECK ((handled_on >= made_on)),
    CONSTRAINT complaint_handled_whole CHECK ((num_nulls(handled_on, handled_by, note) = ANY (ARRAY[0, 3]))),
    CONSTRAINT complaint_note CHECK (((char_length(note) >= 1) AND (char_length(note) <= 1000))),
    CONSTRAINT complaint_words CHECK (((char_length(words) >= 1) AND (char_length(words) <= 4000)))
);

CREATE TABLE public.course (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    name text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    weekdays smallint NOT NULL,
    begins_at smallint,
    finishes_at smallint,
    CONSTRAINT course_begins_at CHECK (((begins_at >= 0) AND (begins_at <= 1439))),
    CONSTRAINT course_finishes_at CHECK (((finishes_at >= 1) AND (finishes_at <= 1440))),
    CONSTRAINT course_hours CHECK (((num_nulls(begins_at, finishes_at) = ANY (ARRAY[0, 2])) AND (finishes_at > begins_at))),
    CONSTRAINT course_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 1000))),
    CONSTRAINT course_period CHECK ((ends_on >= starts_on)),
    CONSTRAINT course_weekdays CHECK (((weekdays >= 1) AND (weekdays <= 127)))
);

CREATE TABLE public.follow_up_rule (
    municipality public.municipality_code NOT NULL,
    kind text NOT NULL,
    at_mid boolean NOT NULL,
    at_end boolean NOT NULL,
    days_after integer[] NOT NULL,
    CONSTRAINT follow_up_rule_days_after CHECK (((cardinality(days_after) <= 12) AND (1 <= ALL (days_after)) AND (730 >= ALL (days_after)))),
    CONSTRAINT follow_up_rule_kind CHECK ((kind = ANY (ARRAY['arbetspraktik'::text, 'arbetstraning'::text, 'sprakpraktik'::text, 'studiepraktik'::text, 'apl'::text, 'larling'::text, 'prao'::text, 'put'::text, 'extratjanst'::text])))
);

CREATE TABLE public.placement (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    participant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    slot_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state text DEFAULT 'proposed'::text NOT NULL,
    state_on date NOT NULL,
    state_reason text,
    started_on date,
    ended_on date,
    match_run_id uuid,
    occupied_to date GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['accepted'::text, 'agreed'::text, 'started'::text])) THEN ends_on
    WHEN (state = ANY (ARRAY['completed'::text, 'interrupted'::text])) THEN LEAST(ends_on, ended_on)
    ELSE NULL::date
END) STORED,
    replaces_id uuid,
    CONSTRAINT placement_end_in_order CHECK ((ended_on >= started_on)),
    CONSTRAINT placement_first_day_reached CHECK ((((state <> ALL (ARRAY['started'::text, 'no_show'::text])) OR (state_on >= starts_on)) AND (started_on >= starts_on))),
    CONSTRAINT placement_interrupted_inside CHECK (((state <> 'interrupted'::text) OR (ended_on <= ends_on))),
    CONSTRAINT placement_period CHECK ((ends_on >= starts_on)),
    CONSTRAINT placement_reason_given CHECK (((state <> ALL (ARRAY['declined'::text, 'withdrawn'::text, 'cancelled_by_host'::text, 'interrupted'::text])) OR (state_reason <> ''::text))),
    CONSTRAINT placement_state CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'agreed'::text, 'started'::text, 'completed'::text, 'declined'::text, 'lapsed'::text, 'withdrawn'::text, 'cancelled_by_host'::text, 'no_show'::text, 'interrupted'::text])))
);

CREATE VIEW public.follow_up WITH (security_invoker='true') AS
 SELECT p.municipality,
    p.id AS placement_id,
    f.moment,
    f.due_on,
    f.first_day,
    f.last_day
   FROM (((public.placement p
     JOIN public.slot s ON ((((s.municipality)::text = (p.municipality)::text) AND (s.id = p.slot_id))))
     LEFT JOIN public.follow_up_rule r ON ((((r.municipality)::text = (s.municipality)::text) AND (r.kind = s.kind))))
     CROSS JOIN LATERAL public.follow_up_moments(r.at_mid, r.at_end, r.days_after, p.started_on, p.ends_on, p.ended_on) f(moment, due_on, first_day, last_day));

CREATE TABLE public.follow_up_report (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    placement_id uuid NOT NULL,
    moment smallint NOT NULL,
    source text NOT NULL,
    progress text,
    language_goal text,
    hired boolean,
    note text,
    outcome_id uuid,
    told_on date NOT NULL,
    told_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor text NOT NULL,
    role text NOT NULL,
    CONSTRAINT follow_up_report_hired CHECK (((hired IS NULL) OR (source = 'host'::text))),
    CONSTRAINT follow_up_report_language_goal CHECK ((language_goal = ANY (ARRAY['reached'::text, 'partly'::text, 'not_reached'::text]))),
    CONSTRAINT follow_up_report_moment CHECK (((moment >= '-1'::integer) AND (moment <= 730))),
    CONSTRAINT follow_up_report_note CHECK (((char_length(note) >= 1) AND (char_length(note) <= 1000))),
    CONSTRAINT follow_up_report_progress CHECK ((progress = ANY (ARRAY['as_planned'::text, 'needs_support'::text, 'at_risk'::text]))),
    CONSTRAINT follow_up_report_says_something CHECK ((num_nonnulls(progress, outcome_id) > 0)),
    CONSTRAINT follow_up_report_source CHECK ((source = ANY (ARRAY['host'::text, 'participant'::text, 'coordinator'::text, 'referrer'::text, 'register'::text])))
);

CREATE VIEW public.guided WITH (security_invoker='true') AS
 SELECT g.municipality,
    g.supervisor_id,
    p.id AS placement_id,
    p.slot_id,
    p.starts_on,
    p.ends_on,
    p.occupied_to,
    p.state
   FROM (public.agreement g
     JOIN public.placement p ON ((((p.municipality)::text = (g.municipality)::text) AND (p.id = g.placement_id))))
  WHERE ((g.in_force_at IS NOT NULL) AND (g.supervisor_id IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM public.agreement n
          WHERE (((n.municipality)::text = (g.municipality)::text) AND (n.placement_id = g.placement_id) AND (n.in_force_at IS NOT NULL) AND (n.version > g.version))))))
UNION ALL
 SELECT s.municipality,
    s.supervisor_id,
    p.id AS placement_id,
    p.slot_id,
    p.starts_on,
    p.ends_on,
    p.occupied_to,
    p.state
   FROM (public.slot s
     JOIN public.placement p ON ((((p.municipality)::text = (s.municipality)::text) AND (p.slot_id = s.id))))
  WHERE ((s.supervisor_id IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM public.agreement g
          WHERE (((g.municipality)::text = (p.municipality)::text) AND (g.placement_id = p.id) AND (g.in_force_at IS NOT NULL) AND (g.supervisor_id IS NOT NULL) AND (NOT (EXISTS ( SELECT
                   FROM public.agreement n
                  WHERE (((n.municipality)::text = (g.municipality)::text) AND (n.placement_id = g.placement_id) AND (n.in_force_at IS NOT NULL) AND (n.version > g.version))))))))));

CREATE TABLE public.job (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    state text NOT NULL,
    actor text NOT NULL,
    dry_run boolean NOT NULL,
    daemon uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    alive_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    steps_done bigint DEFAULT 0 NOT NULL,
    steps_total bigint,
    result text,
    failure text,
    CONSTRAINT job_failure_only CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
    CONSTRAINT job_finished_whole CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT job_kind CHECK ((kind = ANY (ARRAY['import'::text, 'match'::text]))),
    CONSTRAINT job_state CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text]))),
    CONSTRAINT job_steps_done CHECK ((steps_done >= 0)),
    CONSTRAINT job_steps_total CHECK ((steps_total >= 0))
);

CREATE TABLE public.match_census (
    municipality public.municipality_code NOT NULL,
    run_id uuid NOT NULL,
    slot public.human_code NOT NULL,
    census text NOT NULL
);

CREATE TABLE public.match_run (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    computed_at timestamp with time zone NOT NULL,
    computed_by text NOT NULL,
    round_starts_on date NOT NULL,
    rule_version text NOT NULL,
    seed bigint NOT NULL,
    parameters text NOT NULL,
    inputs text NOT NULL,
    result text NOT NULL,
    placed integer NOT NULL,
    unplaced integer NOT NULL,
    score bigint NOT NULL,
    certified boolean NOT NULL,
    decided_at timestamp with time zone,
    decided_by text,
    erased_on date,
    CONSTRAINT match_run_decided_whole CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
    CONSTRAINT match_run_placed CHECK ((placed >= 0)),
    CONSTRAINT match_run_unplaced CHECK ((unplaced >= 0))
);

CREATE TABLE public.message (
    municipality public.municipality_code NOT NULL,
    id uuid DEFAULT public.uuid_v7() NOT NULL,
    kind text NOT NULL,
    party text NOT NULL,
    recipient_id uuid NOT NULL,
    placement_id uuid,
    slot_id uuid,
    unit_id uuid,
    day date,
    language text NOT NULL,
    link_id uuid,
    dedupe_key text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    first_tried_at timestamp with time zone,
    next_try_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT message_attempts CHECK ((attempts >= 0)),
    CONSTRAINT message_dedupe_key_form CHECK (((char_length(dedupe_key) >= 1) AND (char_length(dedupe_key) <= 200))),
    CONSTRAINT message_ended_whole CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
    CONSTRAINT message_kind CHECK ((kind ~ '^[a-z_]{1,40}$'::text)),
    CONSTRAINT message_language CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
    CONSTRAINT message_party CHECK ((party = ANY (ARRAY['host'::text, 'supervisor'::text, 'participant'::text, 'referrer'::text, 'coordinator'::text]))),
    CONSTRAINT message_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'withheld'::text, 'revoked'::text])))
);

CREATE TABLE public.message_attempt (
    municipality public.municipality_code NOT NULL,
    message_id uuid NOT NULL,
    ordinal integer NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text,
    code smallint,
    CONSTRAINT message_attempt_outcome CHECK ((outcome = ANY (ARRAY['delivered'::text, 'refused'::text, 'deferred'::text, 'unreachable'::text, 'too_slow'::text, 'untrusted'::text, 'denied'::text, 'broken'::text, 'interrupted'::text, 'no_address'::text])))
);

CREATE TABLE public.municipality_settings (
    municipality public.municipality_code NOT NULL,
    name text,
    weight_occupation smallint,
    weight_wish smallint,
    weight_area smallint,
    weight_waited smallint,
    weight_permanent_post smallint,
    weight_urgency smallint,
    suppression_threshold smallint,
    unconfirmed_days smallint,
    minimum_weeks smallint,
    supervisor_policy text,
    answer_days smallint,
    lapse_days smallint,
    training_policy text,
    dormant_days smallint,
    mail_days smallint,
    CONSTRAINT municipality_settings_answer_days CHECK (((answer_days >= 1) AND (answer_days <= 365))),
    CONSTRAINT municipality_settings_asked_before_dormant CHECK ((dormant_days > COALESCE((unconfirmed_days)::integer, 30))),
    CONSTRAINT municipality_settings_dormant_days CHECK (((dormant_days >= 2) AND (dormant_days <= 730))),
    CONSTRAINT municipality_settings_lapse_days CHECK (((lapse_days >= 1) AND (lapse_days <= 365))),
    CONSTRAINT municipality_settings_mail_days CHECK (((mail_days >= 200) AND (mail_days <= 3650))),
    CONSTRAINT municipality_settings_minimum_weeks CHECK (((minimum_weeks >= 1) AND (minimum_weeks <= 52))),
    CONSTRAINT municipality_settings_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 1000))),
    CONSTRAINT municipality_settings_supervisor_policy CHECK ((supervisor_policy = ANY (ARRAY['block'::text, 'warn'::text]))),
    CONSTRAINT municipality_settings_suppression_threshold CHECK (((suppression_threshold >= 3) AND (suppression_threshold <= 20))),
    CONSTRAINT municipality_settings_training_policy CHECK ((training_policy = ANY (ARRAY['block'::text, 'warn'::text, 'off'::text]))),
    CONSTRAINT municipality_settings_unconfirmed_days CHECK (((unconfirmed_days >= 1) AND (unconfirmed_days <= 365))),
    CONSTRAINT municipality_settings_weights CHECK (((LEAST(weight_occupation, weight_wish, weight_area, weight_waited, weight_permanent_post, weight_urgency) >= 0) AND ((((((weight_occupation + weight_wish) + weight_area) + weight_waited) + weight_permanent_post) + weight_urgency) <= 1000) AND (num_nulls(weight_occupation, weight_wish, weight_area, weight_waited, weight_permanent_post, weight_urgency) = ANY (ARRAY[0, 6]))))
);

CREATE TABLE public.organisation_unit (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    parent_id uuid,
    email text,
    valid_from date,
    valid_to date,
    successor_id uuid,
    CONSTRAINT organisation_unit_kind CHECK ((kind = ANY (ARRAY['forvaltning'::text, 'avdelning'::text, 'bolag'::text, 'stiftelse'::text, 'foretag'::text]))),
    CONSTRAINT organisation_unit_name_given CHECK ((name <> ''::text)),
    CONSTRAINT organisation_unit_not_own_parent CHECK ((parent_id <> id)),
    CONSTRAINT organisation_unit_not_own_successor CHECK ((successor_id <> id)),
    CONSTRAINT organisation_unit_period CHECK ((valid_to >= valid_from))
);

CREATE TABLE public.outcome (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    participant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    placement_id uuid,
    checked_on date NOT NULL,
    status text NOT NULL,
    employer text,
    form text,
    subsidised text,
    starts_on date,
    ends_on date,
    student_aid boolean,
    source text,
    told_at timestamp with time zone DEFAULT clock_timestamp(),
    confirmed_at timestamp with time zone,
    confirmed_by text,
    set_aside_by uuid,
    CONSTRAINT outcome_confirmed_counts CHECK (((confirmed_at IS NULL) OR (set_aside_by IS NULL))),
    CONSTRAINT outcome_confirmed_whole CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
    CONSTRAINT outcome_employer CHECK ((employer = ANY (ARRAY['host'::text, 'municipality'::text, 'other'::text, 'own'::text]))),
    CONSTRAINT outcome_employment_only CHECK (((status = 'employed'::text) OR ((employer IS NULL) AND (form IS NULL) AND (COALESCE(subsidised, 'unknown'::text) = 'unknown'::text)))),
    CONSTRAINT outcome_form CHECK ((form = ANY (ARRAY['permanent'::text, 'fixed_term'::text, 'hourly'::text, 'apprentice'::text, 'municipal_labour_market'::text]))),
    CONSTRAINT outcome_period CHECK ((ends_on >= starts_on)),
    CONSTRAINT outcome_source CHECK ((source = ANY (ARRAY['host'::text, 'participant'::text, 'coordinator'::text, 'referrer'::text, 'register'::text]))),
    CONSTRAINT outcome_status CHECK ((status = ANY (ARRAY['employed'::text, 'studying'::text, 'further_placement'::text, 'seeking'::text, 'other'::text, 'unknown'::text]))),
    CONSTRAINT outcome_subsidised CHECK ((subsidised = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])))
);

CREATE TABLE public.participant (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    referrer_id uuid NOT NULL,
    reference public.human_code NOT NULL,
    given_name text,
    family_name text,
    birth_date date,
    sex text DEFAULT 'unknown'::text NOT NULL,
    email text,
    phone text,
    language text,
    protected boolean DEFAULT false NOT NULL,
    sfi_passed text,
    licences text[] DEFAULT '{}'::text[] NOT NULL,
    record_check_shown_on date,
    occupations text[] DEFAULT '{}'::text[] NOT NULL,
    available_from date,
    available_to date,
    weekdays smallint,
    minutes_per_day smallint,
    areas text[] DEFAULT '{}'::text[] NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    purpose text,
    registered_on date NOT NULL,
    introduction_ended_on date,
    sfi_passed_on date,
    CONSTRAINT participant_available CHECK ((available_to >= available_from)),
    CONSTRAINT participant_minutes_per_day CHECK (((minutes_per_day >= 1) AND (minutes_per_day <= 1440))),
    CONSTRAINT participant_priority CHECK (((priority >= 0) AND (priority <= 9))),
    CONSTRAINT participant_purpose CHECK ((purpose = ANY (ARRAY['language'::text, 'job'::text, 'introduction'::text]))),
    CONSTRAINT participant_sex CHECK ((sex = ANY (ARRAY['woman'::text, 'man'::text, 'unknown'::text]))),
    CONSTRAINT participant_sfi_passed CHECK ((sfi_passed = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'not_needed'::text]))),
    CONSTRAINT participant_weekdays CHECK (((weekdays >= 1) AND (weekdays <= 127)))
);

CREATE TABLE public.party_link (
    municipality public.municipality_code NOT NULL,
    id uuid DEFAULT public.uuid_v7() NOT NULL,
    purpose text NOT NULL,
    party text NOT NULL,
    recipient_id uuid NOT NULL,
    placement_id uuid,
    slot_id uuid,
    unit_id uuid,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT party_link_ended_once CHECK (((used_at IS NULL) OR (revoked_at IS NULL))),
    CONSTRAINT party_link_one_subject CHECK ((num_nonnulls(placement_id, slot_id, unit_id) = 1)),
    CONSTRAINT party_link_party CHECK ((party = ANY (ARRAY['host'::text, 'supervisor'::text, 'participant'::text, 'referrer'::text, 'coordinator'::text]))),
    CONSTRAINT party_link_purpose CHECK ((purpose ~ '^[a-z_]{1,40}$'::text))
);

CREATE TABLE public.party_link_secret (
    municipality public.municipality_code NOT NULL,
    link_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT party_link_secret_hash CHECK ((octet_length(secret_hash) = 32))
);

CREATE TABLE public.person (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    protected boolean DEFAULT false NOT NULL
);

CREATE TABLE public.person_identifier (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    type text NOT NULL,
    value text NOT NULL,
    recorded_on date NOT NULL,
    replaced_on date,
    CONSTRAINT person_identifier_form CHECK (((type = 'reservnummer'::text) OR (value ~ '^[0-9]{12}$'::text))),
    CONSTRAINT person_identifier_type CHECK ((type = ANY (ARRAY['personnummer'::text, 'samordningsnummer'::text, 'reservnummer'::text])))
);

CREATE TABLE public.placement_answer (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    placement_id uuid NOT NULL,
    party text NOT NULL,
    answer text NOT NULL,
    reason text,
    note text,
    ground text,
    actor text NOT NULL,
    role text NOT NULL,
    answered_on date NOT NULL,
    answered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    standing boolean DEFAULT true NOT NULL,
    CONSTRAINT placement_answer_ground CHECK ((ground = ANY (ARRAY['phoned'::text, 'no_email'::text, 'no_e_identification'::text, 'signed_on_paper'::text]))),
    CONSTRAINT placement_answer_kind CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text]))),
    CONSTRAINT placement_answer_note CHECK (((char_length(note) >= 1) AND (char_length(note) <= 1000))),
    CONSTRAINT placement_answer_party CHECK ((party = ANY (ARRAY['host'::text, 'participant'::text]))),
    CONSTRAINT placement_answer_reason CHECK (
CASE party
    WHEN 'host'::text THEN (reason = ANY (ARRAY['no_supervisor'::text, 'tasks_do_not_fit'::text, 'overloaded'::text, 'other_competence'::text, 'other'::text]))
    ELSE (reason = ANY (ARRAY['distance'::text, 'hours'::text, 'not_wished'::text, 'got_work'::text, 'studies'::text, 'other'::text]))
END),
    CONSTRAINT placement_answer_reason_given CHECK (((answer = 'declined'::text) = (reason IS NOT NULL)))
);

CREATE TABLE public.placement_ending (
    municipality public.municipality_code NOT NULL,
    placement_id uuid NOT NULL,
    broken_off_by text,
    attended_days smallint,
    attended_minutes integer,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT placement_ending_by CHECK ((broken_off_by = ANY (ARRAY['participant'::text, 'host'::text, 'referrer'::text, 'coordinator'::text]))),
    CONSTRAINT placement_ending_days CHECK (((attended_days >= 0) AND (attended_days <= 400))),
    CONSTRAINT placement_ending_minutes CHECK (((attended_minutes >= 0) AND (attended_minutes <= 240000))),
    CONSTRAINT placement_ending_says_something CHECK ((num_nonnulls(broken_off_by, attended_days, attended_minutes) > 0))
);

CREATE TABLE public.placement_event (
    municipality public.municipality_code NOT NULL,
    id uuid DEFAULT public.uuid_v7() NOT NULL,
    placement_id uuid NOT NULL,
    ordinal integer NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    correction boolean NOT NULL,
    state_on date NOT NULL,
    reason text,
    slot_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL
);

CREATE TABLE public.placement_transition (
    from_state text NOT NULL,
    to_state text NOT NULL
);

CREATE TABLE public.placement_transition_role (
    from_state text NOT NULL,
    to_state text NOT NULL,
    role text NOT NULL,
    manner text NOT NULL,
    CONSTRAINT placement_transition_role_manner CHECK ((manner = ANY (ARRAY['alone'::text, 'together'::text, 'on_behalf'::text, 'correction'::text])))
);

CREATE TABLE public.referrer (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    name text NOT NULL,
    email text,
    CONSTRAINT referrer_name_given CHECK ((name <> ''::text))
);

CREATE TABLE public.report_delivery (
    municipality public.municipality_code NOT NULL,
    duty_id uuid NOT NULL,
    due_on date NOT NULL,
    delivered_on date NOT NULL,
    note text,
    CONSTRAINT report_delivery_note CHECK (((char_length(note) >= 1) AND (char_length(note) <= 1000)))
);

CREATE TABLE public.report_duty (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    title text NOT NULL,
    recipient text NOT NULL,
    covers text NOT NULL,
    days text[] NOT NULL,
    remind_days smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    CONSTRAINT report_duty_covers CHECK ((covers = ANY (ARRAY['year'::text, 'half'::text, 'tertial'::text, 'so_far'::text]))),
    CONSTRAINT report_duty_days CHECK (((cardinality(days) >= 1) AND (cardinality(days) <= 12))),
    CONSTRAINT report_duty_period CHECK ((ends_on >= starts_on)),
    CONSTRAINT report_duty_recipient CHECK (((char_length(recipient) >= 1) AND (char_length(recipient) <= 1000))),
    CONSTRAINT report_duty_remind_days CHECK (((remind_days >= 0) AND (remind_days <= 180))),
    CONSTRAINT report_duty_title CHECK (((char_length(title) >= 1) AND (char_length(title) <= 1000)))
);

CREATE TABLE public.retention_category (
    category text NOT NULL,
    months smallint NOT NULL,
    CONSTRAINT retention_category_months CHECK (((months >= 1) AND (months <= 600)))
);

CREATE TABLE public.retention_count (
    municipality public.municipality_code NOT NULL,
    run_id uuid NOT NULL,
    category text NOT NULL,
    table_name text NOT NULL,
    rows bigint NOT NULL,
    CONSTRAINT retention_count_rows CHECK ((rows > 0))
);

CREATE TABLE public.retention_rule (
    municipality public.municipality_code NOT NULL,
    category text NOT NULL,
    months smallint NOT NULL,
    basis text NOT NULL,
    decided_on date NOT NULL,
    CONSTRAINT retention_rule_basis CHECK (((char_length(basis) >= 1) AND (char_length(basis) <= 1000))),
    CONSTRAINT retention_rule_months CHECK (((months >= 1) AND (months <= 600)))
);

CREATE TABLE public.retention_run (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    ran_at timestamp with time zone NOT NULL,
    ran_by text NOT NULL,
    on_day date NOT NULL,
    audit_entries integer NOT NULL,
    audit_digest bytea NOT NULL,
    CONSTRAINT retention_run_digest CHECK ((octet_length(audit_digest) = 32))
);

CREATE TABLE public.retention_step (
    municipality public.municipality_code NOT NULL,
    run_id uuid NOT NULL,
    category text NOT NULL,
    months smallint NOT NULL,
    basis text NOT NULL,
    before_day date NOT NULL,
    subjects integer NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT retention_step_digest CHECK ((octet_length(digest) = 32)),
    CONSTRAINT retention_step_subjects CHECK ((subjects >= 0))
);

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE public.sign_in_count (
    municipality public.municipality_code NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    attempts bigint NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_count_kind CHECK ((kind = ANY (ARRAY['account'::text, 'address'::text])))
);

CREATE TABLE public.slot_not_renewed (
    municipality public.municipality_code NOT NULL,
    slot_id uuid NOT NULL,
    decided_on date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT slot_not_renewed_reason CHECK ((reason = ANY (ARRAY['no_supervisor'::text, 'no_suitable_tasks'::text, 'reorganisation'::text, 'premises'::text, 'too_few_applicants'::text, 'other_commitments'::text])))
);

CREATE TABLE public.slot_transition (
    from_state text NOT NULL,
    to_state text NOT NULL,
    correction boolean NOT NULL
);

CREATE TABLE public.slot_withdrawal (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    slot_id uuid NOT NULL,
    places smallint NOT NULL,
    withdrawn_on date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT slot_withdrawal_places CHECK (((places >= 1) AND (places <= 500))),
    CONSTRAINT slot_withdrawal_reason_given CHECK ((reason <> ''::text))
);

CREATE TABLE public.snapshot (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    period text NOT NULL,
    kind text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    number integer NOT NULL,
    closed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    closed_on date NOT NULL,
    closed_by text NOT NULL,
    closed_role text NOT NULL,
    reopened_at timestamp with time zone,
    reopened_on date,
    reopened_by text,
    reopened_reason text,
    rules text[] NOT NULL,
    threshold integer NOT NULL,
    document text NOT NULL,
    published text NOT NULL,
    document_digest public.hex_digest NOT NULL,
    published_digest public.hex_digest NOT NULL,
    root_digest public.hex_digest NOT NULL,
    CONSTRAINT snapshot_days CHECK ((starts_on <= ends_on)),
    CONSTRAINT snapshot_kind CHECK ((kind = ANY (ARRAY['year'::text, 'half'::text, 'tertial'::text, 'term'::text]))),
    CONSTRAINT snapshot_number CHECK ((number > 0)),
    CONSTRAINT snapshot_over CHECK ((closed_on > ends_on)),
    CONSTRAINT snapshot_period CHECK (((char_length(period) >= 4) AND (char_length(period) <= 32))),
    CONSTRAINT snapshot_reopened CHECK ((num_nonnulls(reopened_at, reopened_on, reopened_by, reopened_reason) = ANY (ARRAY[0, 4]))),
    CONSTRAINT snapshot_reopened_reason CHECK (((char_length(reopened_reason) >= 1) AND (char_length(reopened_reason) <= 1000)))
);

CREATE TABLE public.snapshot_row (
    municipality public.municipality_code NOT NULL,
    snapshot_id uuid NOT NULL,
    "position" integer NOT NULL,
    digest public.hex_digest NOT NULL,
    salt text,
    content text,
    slot_id uuid,
    placement_id uuid,
    participant_id uuid,
    erased_at timestamp with time zone,
    erased_rule text,
    CONSTRAINT snapshot_row_erased CHECK (
CASE
    WHEN (erased_at IS NULL) THEN ((salt IS NOT NULL) AND (content IS NOT NULL) AND (erased_rule IS NULL))
    ELSE ((erased_rule IS NOT NULL) AND (num_nonnulls(salt, content, placement_id, participant_id) = 0))
END),
    CONSTRAINT snapshot_row_erased_rule CHECK (((char_length(erased_rule) >= 1) AND (char_length(erased_rule) <= 200))),
    CONSTRAINT snapshot_row_position CHECK (("position" > 0))
);

CREATE TABLE public.supervisor (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    email text,
    trained_on date,
    capacity smallint,
    deputy_id uuid,
    occupancy_version bigint DEFAULT 0 NOT NULL,
    CONSTRAINT supervisor_capacity CHECK (((capacity >= 0) AND (capacity <= 500))),
    CONSTRAINT supervisor_name_given CHECK ((name <> ''::text))
);

CREATE TABLE public.undertaking (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    code public.human_code NOT NULL,
    document text,
    section text,
    number text,
    unit_id uuid,
    text text NOT NULL,
    measure text NOT NULL,
    target_hundredths bigint,
    baseline_hundredths bigint,
    earmark_id uuid,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    cadence text DEFAULT 'year'::text NOT NULL,
    rule text NOT NULL,
    CONSTRAINT undertaking_baseline CHECK ((baseline_hundredths >= 0)),
    CONSTRAINT undertaking_cadence CHECK ((cadence = ANY (ARRAY['year'::text, 'half'::text, 'tertial'::text]))),
    CONSTRAINT undertaking_measure CHECK ((measure = ANY (ARRAY['places'::text, 'persons'::text, 'hours_per_day'::text, 'delta'::text]))),
    CONSTRAINT undertaking_period CHECK ((ends_on >= starts_on)),
    CONSTRAINT undertaking_rule CHECK ((rule = ANY (ARRAY['offered_in_year'::text, 'filled'::text, 'started'::text, 'completed'::text, 'interrupted'::text, 'no_show'::text, 'persons_received'::text, 'hours_per_day'::text, 'put_in_year'::text, 'employed_any'::text, 'sixty'::text, 'kolada_like'::text, 'delta'::text]))),
    CONSTRAINT undertaking_target CHECK ((target_hundredths >= 0)),
    CONSTRAINT undertaking_text_given CHECK ((text <> ''::text))
);

CREATE TABLE public.user_account (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    name public.human_code NOT NULL,
    role text NOT NULL,
    unit_id uuid,
    referrer_id uuid,
    disabled_on date,
    display_name text,
    email text,
    language text,
    named_officer boolean DEFAULT false NOT NULL,
    password_hash text,
    password_set_at timestamp with time zone,
    issuer text,
    subject text,
    role_source text DEFAULT 'assigned'::text NOT NULL,
    last_signed_in_at timestamp with time zone,
    CONSTRAINT user_account_display_name CHECK (((char_length(display_name) >= 1) AND (char_length(display_name) <= 1000))),
    CONSTRAINT user_account_email_form CHECK (((octet_length(email) <= 254) AND (email ~~ '_%@_%'::text))),
    CONSTRAINT user_account_identity_whole CHECK (((issuer IS NULL) = (subject IS NULL))),
    CONSTRAINT user_account_language CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
    CONSTRAINT user_account_named_officer CHECK (((NOT named_officer) OR (role = 'coordinator'::text))),
    CONSTRAINT user_account_operator_unsigned CHECK (((role <> 'operator'::text) OR ((password_hash IS NULL) AND (issuer IS NULL)))),
    CONSTRAINT user_account_password_hash CHECK ((password_hash ~~ '$scrypt$%'::text)),
    CONSTRAINT user_account_role CHECK ((role = ANY (ARRAY['operator'::text, 'administrator'::text, 'coordinator'::text, 'registrar'::text, 'referrer'::text, 'statistician'::text]))),
    CONSTRAINT user_account_role_source CHECK ((role_source = ANY (ARRAY['assigned'::text, 'claim'::text]))),
    CONSTRAINT user_account_scope CHECK ((((role = 'registrar'::text) = (unit_id IS NOT NULL)) AND ((role = 'referrer'::text) = (referrer_id IS NOT NULL))))
);

CREATE TABLE public.user_session (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    means text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT user_session_means CHECK ((means = ANY (ARRAY['password'::text, 'link'::text, 'provider'::text]))),
    CONSTRAINT user_session_secret CHECK ((octet_length(secret_hash) = 32))
);

CREATE TABLE public.voice_answer (
    municipality public.municipality_code NOT NULL,
    id uuid NOT NULL,
    placement_id uuid NOT NULL,
    occasion text NOT NULL,
    tasks text NOT NULL,
    alone text NOT NULL,
    swedish text NOT NULL,
    learnt text,
    words text,
    language text NOT NULL,
    ground text,
    actor text NOT NULL,
    role text NOT NULL,
    answered_on date NOT NULL,
    answered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT voice_answer_alone CHECK ((alone = ANY (ARRAY['yes'::text, 'a_bit'::text, 'no'::text]))),
    CONSTRAINT voice_answer_ground CHECK ((ground = ANY (ARRAY['phoned'::text, 'no_email'::text, 'no_e_identification'::text, 'signed_on_paper'::text]))),
    CONSTRAINT voice_answer_language CHECK ((language ~ '^[a-z]{2,3}$'::text)),
    CONSTRAINT voice_answer_learnt CHECK ((learnt = ANY (ARRAY['yes'::text, 'a_bit'::text, 'no'::text]))),
    CONSTRAINT voice_answer_occasion CHECK ((occasion = ANY (ARRAY['mid'::text, 'end'::text]))),
    CONSTRAINT voice_answer_swedish CHECK ((swedish = ANY (ARRAY['yes'::text, 'a_bit'::text, 'no'::text]))),
    CONSTRAINT voice_answer_tasks CHECK ((tasks = ANY (ARRAY['yes'::text, 'a_bit'::text, 'no'::text]))),
    CONSTRAINT voice_answer_words CHECK (((char_length(words) >= 1) AND (char_length(words) <= 4000)))
);

CREATE TABLE public.voice_text (
    municipality public.municipality_code NOT NULL,
    language text NOT NULL,
    key text NOT NULL,
    text text NOT NULL,
    CONSTRAINT voice_text_key CHECK ((key ~ '^[a-z_]{1,40}$'::text)),
    CONSTRAINT voice_text_language CHECK (((language ~ '^[a-z]{2,3}$'::text) AND (language <> ALL (ARRAY['sv'::text, 'en'::text])))),
    CONSTRAINT voice_text_text CHECK (((char_length(text) >= 1) AND (char_length(text) <= 1000)))
);

CREATE TABLE public.wish (
    municipality public.municipality_code NOT NULL,
    participant_id uuid NOT NULL,
    rank smallint NOT NULL,
    slot_id uuid NOT NULL,
    CONSTRAINT wish_rank CHECK ((rank >= 1))
);

ALTER TABLE ONLY public.accessibility_report
    ADD CONSTRAINT accessibility_report_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.account_link
    ADD CONSTRAINT account_link_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.agreement_approval
    ADD CONSTRAINT agreement_approval_pkey PRIMARY KEY (municipality, placement_id, version, party);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (municipality, placement_id, version);

ALTER TABLE ONLY public.api_answer
    ADD CONSTRAINT api_answer_pkey PRIMARY KEY (municipality, account, key);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_sequence UNIQUE (municipality, sequence);

ALTER TABLE ONLY public.audit_erasure
    ADD CONSTRAINT audit_erasure_pkey PRIMARY KEY (municipality, entry_id);

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (municipality);

ALTER TABLE ONLY public.audit_row
    ADD CONSTRAINT audit_row_pkey PRIMARY KEY (municipality, entry_id, entity_id);

ALTER TABLE ONLY public.audit_value
    ADD CONSTRAINT audit_value_pkey PRIMARY KEY (municipality, entry_id);

ALTER TABLE ONLY public.check_before_start
    ADD CONSTRAINT check_before_start_pkey PRIMARY KEY (municipality, placement_id, version, check_name);

ALTER TABLE ONLY public.check_rule
    ADD CONSTRAINT check_rule_pkey PRIMARY KEY (check_name, kind, valid_from);

ALTER TABLE ONLY public.code_counter
    ADD CONSTRAINT code_counter_pkey PRIMARY KEY (municipality, kind);

ALTER TABLE ONLY public.complaint
    ADD CONSTRAINT complaint_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.complaint
    ADD CONSTRAINT complaint_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.course
    ADD CONSTRAINT course_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.follow_up_report
    ADD CONSTRAINT follow_up_report_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.follow_up_rule
    ADD CONSTRAINT follow_up_rule_pkey PRIMARY KEY (municipality, kind);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.match_census
    ADD CONSTRAINT match_census_pkey PRIMARY KEY (municipality, run_id, slot);

ALTER TABLE ONLY public.match_run
    ADD CONSTRAINT match_run_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.match_run
    ADD CONSTRAINT match_run_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.message_attempt
    ADD CONSTRAINT message_attempt_pkey PRIMARY KEY (municipality, message_id, ordinal);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_once UNIQUE (municipality, dedupe_key);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.municipality_settings
    ADD CONSTRAINT municipality_settings_pkey PRIMARY KEY (municipality);

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT outcome_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT outcome_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_is_person UNIQUE (municipality, id, person_id);

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_reference UNIQUE (municipality, referrer_id, reference);

ALTER TABLE ONLY public.party_link
    ADD CONSTRAINT party_link_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.party_link_secret
    ADD CONSTRAINT party_link_secret_pkey PRIMARY KEY (municipality, link_id, secret_hash);

ALTER TABLE ONLY public.person_identifier
    ADD CONSTRAINT person_identifier_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.placement_answer
    ADD CONSTRAINT placement_answer_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.placement_ending
    ADD CONSTRAINT placement_ending_pkey PRIMARY KEY (municipality, placement_id);

ALTER TABLE ONLY public.placement_event
    ADD CONSTRAINT placement_event_pkey PRIMARY KEY (municipality, placement_id, ordinal);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_person_no_overlap EXCLUDE USING gist (municipality WITH =, person_id WITH =, daterange(starts_on, occupied_to, '[]'::text) WITH &&) WHERE ((occupied_to IS NOT NULL)) DEFERRABLE;

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_replaced_once UNIQUE (municipality, replaces_id);

ALTER TABLE ONLY public.placement_transition
    ADD CONSTRAINT placement_transition_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY public.placement_transition_role
    ADD CONSTRAINT placement_transition_role_pkey PRIMARY KEY (from_state, to_state, role, manner);

ALTER TABLE ONLY public.referrer
    ADD CONSTRAINT referrer_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.referrer
    ADD CONSTRAINT referrer_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.report_delivery
    ADD CONSTRAINT report_delivery_once PRIMARY KEY (municipality, duty_id, due_on);

ALTER TABLE ONLY public.report_duty
    ADD CONSTRAINT report_duty_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.report_duty
    ADD CONSTRAINT report_duty_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.retention_category
    ADD CONSTRAINT retention_category_pkey PRIMARY KEY (category);

ALTER TABLE ONLY public.retention_count
    ADD CONSTRAINT retention_count_pkey PRIMARY KEY (municipality, run_id, category, table_name);

ALTER TABLE ONLY public.retention_rule
    ADD CONSTRAINT retention_rule_pkey PRIMARY KEY (municipality, category);

ALTER TABLE ONLY public.retention_run
    ADD CONSTRAINT retention_run_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.retention_run
    ADD CONSTRAINT retention_run_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.retention_step
    ADD CONSTRAINT retention_step_pkey PRIMARY KEY (municipality, run_id, category);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.sign_in_count
    ADD CONSTRAINT sign_in_count_pkey PRIMARY KEY (municipality, kind, key);

ALTER TABLE ONLY public.slot
    ADD CONSTRAINT slot_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.slot_not_renewed
    ADD CONSTRAINT slot_not_renewed_pkey PRIMARY KEY (municipality, slot_id);

ALTER TABLE ONLY public.slot
    ADD CONSTRAINT slot_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.slot_transition
    ADD CONSTRAINT slot_transition_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY public.slot_withdrawal
    ADD CONSTRAINT slot_withdrawal_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.snapshot
    ADD CONSTRAINT snapshot_number_once UNIQUE (municipality, period, number);

ALTER TABLE ONLY public.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.snapshot_row
    ADD CONSTRAINT snapshot_row_pkey PRIMARY KEY (municipality, snapshot_id, "position");

ALTER TABLE ONLY public.supervisor
    ADD CONSTRAINT supervisor_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.supervisor
    ADD CONSTRAINT supervisor_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.undertaking
    ADD CONSTRAINT undertaking_code UNIQUE (municipality, code);

ALTER TABLE ONLY public.undertaking
    ADD CONSTRAINT undertaking_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_identity UNIQUE (municipality, issuer, subject);

ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_name UNIQUE (municipality, name);

ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.user_session
    ADD CONSTRAINT user_session_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.voice_answer
    ADD CONSTRAINT voice_answer_once UNIQUE (municipality, placement_id, occasion);

ALTER TABLE ONLY public.voice_answer
    ADD CONSTRAINT voice_answer_pkey PRIMARY KEY (municipality, id);

ALTER TABLE ONLY public.voice_text
    ADD CONSTRAINT voice_text_pkey PRIMARY KEY (municipality, language, key);

ALTER TABLE ONLY public.wish
    ADD CONSTRAINT wish_once UNIQUE (municipality, participant_id, slot_id);

ALTER TABLE ONLY public.wish
    ADD CONSTRAINT wish_pkey PRIMARY KEY (municipality, participant_id, rank);

CREATE INDEX accessibility_report_newest ON public.accessibility_report USING btree (municipality, reported_at);

CREATE UNIQUE INDEX account_link_open ON public.account_link USING btree (municipality, account_id) WHERE ((used_at IS NULL) AND (revoked_at IS NULL));

CREATE INDEX agreement_supervisor_index ON public.agreement USING btree (municipality, supervisor_id) WHERE ((in_force_at IS NOT NULL) AND (supervisor_id IS NOT NULL));

CREATE INDEX api_answer_age ON public.api_answer USING btree (municipality, made_at);

CREATE UNIQUE INDEX api_token_name ON public.api_token USING btree (municipality, account_id, name) WHERE (revoked_at IS NULL);

CREATE INDEX audit_entry_actor ON public.audit_entry USING btree (municipality, actor, sequence);

CREATE INDEX audit_entry_at ON public.audit_entry USING btree (municipality, at);

CREATE INDEX audit_entry_entity ON public.audit_entry USING btree (municipality, entity, entity_id);

CREATE INDEX audit_entry_outcome_order ON public.audit_entry USING btree (municipality, outcome, sequence);

CREATE INDEX complaint_of_placement ON public.complaint USING btree (municipality, placement_id, made_on);

CREATE INDEX complaint_open ON public.complaint USING btree (municipality, made_on) WHERE (handled_on IS NULL);

CREATE INDEX course_participant_index ON public.course USING btree (municipality, participant_id);

CREATE INDEX follow_up_report_of ON public.follow_up_report USING btree (municipality, placement_id, moment, told_at);

CREATE INDEX job_newest ON public.job USING btree (municipality, created_at);

CREATE INDEX message_of_placement ON public.message USING btree (municipality, placement_id);

CREATE INDEX message_of_recipient ON public.message USING btree (municipality, recipient_id);

CREATE INDEX message_waiting ON public.message USING btree (municipality, next_try_at) WHERE (state = 'waiting'::text);

CREATE INDEX outcome_person_index ON public.outcome USING btree (municipality, person_id, checked_on);

CREATE INDEX outcome_placement_index ON public.outcome USING btree (municipality, placement_id);

CREATE INDEX participant_introduction ON public.participant USING btree (municipality, introduction_ended_on) WHERE (introduction_ended_on IS NOT NULL);

CREATE INDEX participant_person_index ON public.participant USING btree (municipality, person_id);

CREATE INDEX party_link_of_placement ON public.party_link USING btree (municipality, placement_id);

CREATE UNIQUE INDEX party_link_open ON public.party_link USING btree (municipality, purpose, party, recipient_id, placement_id, slot_id, unit_id) NULLS NOT DISTINCT WHERE ((used_at IS NULL) AND (revoked_at IS NULL));

CREATE UNIQUE INDEX person_identifier_current ON public.person_identifier USING btree (municipality, value) WHERE ((replaced_on IS NULL) AND (type <> 'reservnummer'::text));

CREATE INDEX person_identifier_person_index ON public.person_identifier USING btree (municipality, person_id);

CREATE INDEX placement_answer_of ON public.placement_answer USING btree (municipality, placement_id, answered_at);

CREATE UNIQUE INDEX placement_answer_standing ON public.placement_answer USING btree (municipality, placement_id, party) WHERE standing;

CREATE INDEX placement_ended ON public.placement USING btree (municipality, ended_on) WHERE (ended_on IS NOT NULL);

CREATE INDEX placement_occupied ON public.placement USING btree (municipality, starts_on, occupied_to) WHERE (occupied_to IS NOT NULL);

CREATE INDEX placement_participant_index ON public.placement USING btree (municipality, participant_id);

CREATE INDEX placement_slot_index ON public.placement USING btree (municipality, slot_id);

CREATE INDEX slot_period_index ON public.slot USING btree (municipality, ends_on, starts_on);

CREATE UNIQUE INDEX slot_renewed_once ON public.slot USING btree (municipality, renewed_from_id, starts_on);

CREATE INDEX slot_supervisor_index ON public.slot USING btree (municipality, supervisor_id) WHERE (supervisor_id IS NOT NULL);

CREATE INDEX slot_unit_index ON public.slot USING btree (municipality, unit_id);

CREATE INDEX slot_withdrawal_slot_index ON public.slot_withdrawal USING btree (municipality, slot_id);

CREATE UNIQUE INDEX snapshot_in_force ON public.snapshot USING btree (municipality, period) WHERE (reopened_at IS NULL);

CREATE INDEX snapshot_row_participant_index ON public.snapshot_row USING btree (municipality, participant_id) WHERE (participant_id IS NOT NULL);

CREATE INDEX snapshot_row_placement_index ON public.snapshot_row USING btree (municipality, placement_id) WHERE (placement_id IS NOT NULL);

CREATE UNIQUE INDEX user_account_email ON public.user_account USING btree (municipality, lower(email));

CREATE INDEX user_session_of_account ON public.user_session USING btree (municipality, account_id);

CREATE CONSTRAINT TRIGGER agreement_in_force AFTER INSERT OR UPDATE ON public.agreement DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((new.in_force_at IS NOT NULL)) EXECUTE FUNCTION public.agreement_in_force();

CREATE CONSTRAINT TRIGGER agreement_within_supervision AFTER INSERT OR UPDATE ON public.agreement DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((new.in_force_at IS NOT NULL)) EXECUTE FUNCTION public.agreement_within_supervision();

CREATE CONSTRAINT TRIGGER audit_entry_sealed AFTER INSERT ON public.audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_seal();

CREATE TRIGGER audit_row_in_time AFTER INSERT ON public.audit_row REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_row_in_time();

CREATE TRIGGER audit_value_in_time BEFORE INSERT ON public.audit_value FOR EACH ROW EXECUTE FUNCTION public.audit_value_in_time();

CREATE TRIGGER complaint_handled BEFORE UPDATE ON public.complaint FOR EACH ROW EXECUTE FUNCTION public.complaint_handled();

CREATE TRIGGER complaint_made BEFORE INSERT ON public.complaint FOR EACH ROW EXECUTE FUNCTION public.complaint_made();

CREATE TRIGGER follow_up_told BEFORE INSERT ON public.follow_up_report FOR EACH ROW EXECUTE FUNCTION public.follow_up_told();

CREATE CONSTRAINT TRIGGER organisation_unit_no_circle AFTER INSERT OR UPDATE OF parent_id ON public.organisation_unit DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION public.organisation_unit_no_circle();

CREATE TRIGGER outcome_told BEFORE INSERT OR UPDATE ON public.outcome FOR EACH ROW WHEN ((COALESCE(current_setting('praktik.role'::text, true), ''::text) = ANY (ARRAY['registrar'::text, 'supervisor'::text, 'participant'::text, 'referrer'::text, 'statistician'::text, 'administrator'::text, 'visitor'::text]))) EXECUTE FUNCTION public.outcome_told();

CREATE CONSTRAINT TRIGGER placement_agreed AFTER UPDATE ON public.placement DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((((old.state = 'accepted'::text) AND (new.state = 'agreed'::text)) OR ((new.state = ANY (ARRAY['agreed'::text, 'started'::text])) AND ((old.slot_id <> new.slot_id) OR (old.starts_on <> new.starts_on) OR (old.ends_on <> new.ends_on))))) EXECUTE FUNCTION public.placement_agreed();

CREATE TRIGGER placement_answer_given BEFORE INSERT ON public.placement_answer FOR EACH ROW EXECUTE FUNCTION public.placement_answer_given();

CREATE TRIGGER placement_answers_taken_back AFTER UPDATE ON public.placement FOR EACH ROW WHEN (((new.state = 'proposed'::text) AND ((((old.state IS DISTINCT FROM new.state) OR (old.slot_id IS DISTINCT FROM new.slot_id)) OR (old.starts_on IS DISTINCT FROM new.starts_on)) OR (old.ends_on IS DISTINCT FROM new.ends_on)))) EXECUTE FUNCTION public.placement_answers_taken_back();

CREATE TRIGGER placement_recorded AFTER UPDATE ON public.placement FOR EACH ROW WHEN (((((((old.state IS DISTINCT FROM new.state) OR (old.state_on IS DISTINCT FROM new.state_on)) OR (old.state_reason IS DISTINCT FROM new.state_reason)) OR (old.slot_id IS DISTINCT FROM new.slot_id)) OR (old.starts_on IS DISTINCT FROM new.starts_on)) OR (old.ends_on IS DISTINCT FROM new.ends_on))) EXECUTE FUNCTION public.placement_record();

CREATE TRIGGER placement_recorded_new AFTER INSERT ON public.placement FOR EACH ROW EXECUTE FUNCTION public.placement_record();

CREATE TRIGGER placement_step BEFORE INSERT OR UPDATE OF state, state_on, starts_on, started_on, ended_on ON public.placement FOR EACH ROW EXECUTE FUNCTION public.placement_step();

CREATE CONSTRAINT TRIGGER placement_within_capacity AFTER UPDATE ON public.placement DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (((new.occupied_to IS NOT NULL) AND (((old.occupied_to IS DISTINCT FROM new.occupied_to) OR (old.starts_on IS DISTINCT FROM new.starts_on)) OR (old.slot_id IS DISTINCT FROM new.slot_id)))) EXECUTE FUNCTION public.placement_within_capacity();

CREATE CONSTRAINT TRIGGER placement_within_supervision AFTER UPDATE ON public.placement DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (((new.occupied_to IS NOT NULL) AND (((old.occupied_to IS DISTINCT FROM new.occupied_to) OR (old.starts_on IS DISTINCT FROM new.starts_on)) OR (old.slot_id IS DISTINCT FROM new.slot_id)))) EXECUTE FUNCTION public.placement_within_supervision();

CREATE CONSTRAINT TRIGGER slot_covers_occupancy AFTER UPDATE OF places, starts_on, ends_on, state, withdrawn_on ON public.slot DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.slot_covers_occupancy();

CREATE TRIGGER slot_transition_legal BEFORE UPDATE OF state ON public.slot FOR EACH ROW EXECUTE FUNCTION public.slot_transition_legal();

CREATE CONSTRAINT TRIGGER slot_withdrawal_covers_occupancy AFTER INSERT OR UPDATE ON public.slot_withdrawal DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.slot_covers_occupancy();

CREATE CONSTRAINT TRIGGER slot_within_supervision AFTER UPDATE OF supervisor_id ON public.slot DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (((new.supervisor_id IS NOT NULL) AND (new.supervisor_id IS DISTINCT FROM old.supervisor_id))) EXECUTE FUNCTION public.slot_within_supervision();

CREATE TRIGGER snapshot_kept BEFORE DELETE OR UPDATE ON public.snapshot FOR EACH ROW EXECUTE FUNCTION public.snapshot_kept();

CREATE TRIGGER snapshot_row_in_time AFTER INSERT ON public.snapshot_row REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.snapshot_row_in_time();

CREATE TRIGGER snapshot_row_kept BEFORE DELETE OR UPDATE ON public.snapshot_row FOR EACH ROW EXECUTE FUNCTION public.snapshot_row_kept();

CREATE CONSTRAINT TRIGGER supervisor_covers_people AFTER UPDATE OF capacity ON public.supervisor DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (((new.capacity IS NOT NULL) AND ((old.capacity IS NULL) OR (new.capacity < old.capacity)))) EXECUTE FUNCTION public.supervisor_covers_people();

CREATE TRIGGER voice_answer_given BEFORE INSERT ON public.voice_answer FOR EACH ROW EXECUTE FUNCTION public.voice_answer_given();

ALTER TABLE ONLY public.account_link
    ADD CONSTRAINT account_link_account FOREIGN KEY (municipality, account_id) REFERENCES public.user_account(municipality, id);

ALTER TABLE ONLY public.agreement_approval
    ADD CONSTRAINT agreement_approval_agreement FOREIGN KEY (municipality, placement_id, version) REFERENCES public.agreement(municipality, placement_id, version);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_deputy FOREIGN KEY (municipality, deputy_id) REFERENCES public.supervisor(municipality, id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_slot FOREIGN KEY (municipality, slot_id) REFERENCES public.slot(municipality, id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_supervisor FOREIGN KEY (municipality, supervisor_id) REFERENCES public.supervisor(municipality, id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_account FOREIGN KEY (municipality, account_id) REFERENCES public.user_account(municipality, id);

ALTER TABLE ONLY public.audit_erasure
    ADD CONSTRAINT audit_erasure_municipality_entry_id_fkey FOREIGN KEY (municipality, entry_id) REFERENCES public.audit_entry(municipality, id);

ALTER TABLE ONLY public.audit_erasure
    ADD CONSTRAINT audit_erasure_municipality_run_id_fkey FOREIGN KEY (municipality, run_id) REFERENCES public.retention_run(municipality, id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.audit_row
    ADD CONSTRAINT audit_row_municipality_entry_id_fkey FOREIGN KEY (municipality, entry_id) REFERENCES public.audit_entry(municipality, id);

ALTER TABLE ONLY public.audit_value
    ADD CONSTRAINT audit_value_municipality_entry_id_fkey FOREIGN KEY (municipality, entry_id) REFERENCES public.audit_entry(municipality, id);

ALTER TABLE ONLY public.check_before_start
    ADD CONSTRAINT check_before_start_agreement FOREIGN KEY (municipality, placement_id, version) REFERENCES public.agreement(municipality, placement_id, version);

ALTER TABLE ONLY public.complaint
    ADD CONSTRAINT complaint_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.course
    ADD CONSTRAINT course_participant FOREIGN KEY (municipality, participant_id) REFERENCES public.participant(municipality, id);

ALTER TABLE ONLY public.follow_up_report
    ADD CONSTRAINT follow_up_report_outcome FOREIGN KEY (municipality, outcome_id) REFERENCES public.outcome(municipality, id);

ALTER TABLE ONLY public.follow_up_report
    ADD CONSTRAINT follow_up_report_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.match_census
    ADD CONSTRAINT match_census_run FOREIGN KEY (municipality, run_id) REFERENCES public.match_run(municipality, id);

ALTER TABLE ONLY public.message_attempt
    ADD CONSTRAINT message_attempt_message FOREIGN KEY (municipality, message_id) REFERENCES public.message(municipality, id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_link FOREIGN KEY (municipality, link_id) REFERENCES public.party_link(municipality, id) ON DELETE SET NULL (link_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_slot FOREIGN KEY (municipality, slot_id) REFERENCES public.slot(municipality, id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_unit FOREIGN KEY (municipality, unit_id) REFERENCES public.organisation_unit(municipality, id);

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_parent FOREIGN KEY (municipality, parent_id) REFERENCES public.organisation_unit(municipality, id) DEFERRABLE;

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_successor FOREIGN KEY (municipality, successor_id) REFERENCES public.organisation_unit(municipality, id) DEFERRABLE;

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT outcome_participant FOREIGN KEY (municipality, participant_id, person_id) REFERENCES public.participant(municipality, id, person_id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT outcome_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT outcome_set_aside FOREIGN KEY (municipality, set_aside_by) REFERENCES public.outcome(municipality, id);

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_person FOREIGN KEY (municipality, person_id) REFERENCES public.person(municipality, id);

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT participant_referrer FOREIGN KEY (municipality, referrer_id) REFERENCES public.referrer(municipality, id);

ALTER TABLE ONLY public.party_link
    ADD CONSTRAINT party_link_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.party_link_secret
    ADD CONSTRAINT party_link_secret_link FOREIGN KEY (municipality, link_id) REFERENCES public.party_link(municipality, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.party_link
    ADD CONSTRAINT party_link_slot FOREIGN KEY (municipality, slot_id) REFERENCES public.slot(municipality, id);

ALTER TABLE ONLY public.party_link
    ADD CONSTRAINT party_link_unit FOREIGN KEY (municipality, unit_id) REFERENCES public.organisation_unit(municipality, id);

ALTER TABLE ONLY public.person_identifier
    ADD CONSTRAINT person_identifier_person FOREIGN KEY (municipality, person_id) REFERENCES public.person(municipality, id);

ALTER TABLE ONLY public.placement_answer
    ADD CONSTRAINT placement_answer_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.placement_ending
    ADD CONSTRAINT placement_ending_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.placement_event
    ADD CONSTRAINT placement_event_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_match_run FOREIGN KEY (municipality, match_run_id) REFERENCES public.match_run(municipality, id);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_participant FOREIGN KEY (municipality, participant_id, person_id) REFERENCES public.participant(municipality, id, person_id) ON UPDATE CASCADE;

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_replaces FOREIGN KEY (municipality, replaces_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_slot FOREIGN KEY (municipality, slot_id) REFERENCES public.slot(municipality, id);

ALTER TABLE ONLY public.report_delivery
    ADD CONSTRAINT report_delivery_duty FOREIGN KEY (municipality, duty_id) REFERENCES public.report_duty(municipality, id);

ALTER TABLE ONLY public.retention_count
    ADD CONSTRAINT retention_count_step FOREIGN KEY (municipality, run_id, category) REFERENCES public.retention_step(municipality, run_id, category);

ALTER TABLE ONLY public.retention_rule
    ADD CONSTRAINT retention_rule_category FOREIGN KEY (category) REFERENCES public.retention_category(category);

ALTER TABLE ONLY public.retention_step
    ADD CONSTRAINT retention_step_run FOREIGN KEY (municipality, run_id) REFERENCES public.retention_run(municipality, id);

ALTER TABLE ONLY public.slot
    ADD CONSTRAINT slot_earmark FOREIGN KEY (municipality, earmark_id) REFERENCES public.referrer(municipality, id);

ALTER TABLE ONLY public.slot_not_renewed
    ADD CONSTRAINT slot_not_renewed_slot FOREIGN KEY (municipality, slot_id) REFERENCES public.slot(municipality, id);

ALTER TABLE ONLY public.slot
    ADD CONSTRAINT slot_renewed_from FOREIGN KEY (municipality, renewed_from_id) REFERENCES public.slot(municipality, id);

ALTER TABLE ONLY public.slot
    ADD CONSTRAINT slot_supervisor FOREIGN KEY (municipality, supervisor_id) REFERENCES public.supervisor(municipality, id);

ALTER TABLE ONLY public.slot
    ADD CONSTRAINT slot_unit FOREIGN KEY (municipality, unit_id) REFERENCES public.organisation_unit(municipality, id);

ALTER TABLE ONLY public.slot_withdrawal
    ADD CONSTRAINT slot_withdrawal_slot FOREIGN KEY (municipality, slot_id) REFERENCES public.slot(municipality, id);

ALTER TABLE ONLY public.snapshot_row
    ADD CONSTRAINT snapshot_row_participant FOREIGN KEY (municipality, participant_id) REFERENCES public.participant(municipality, id);

ALTER TABLE ONLY public.snapshot_row
    ADD CONSTRAINT snapshot_row_snapshot FOREIGN KEY (municipality, snapshot_id) REFERENCES public.snapshot(municipality, id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.supervisor
    ADD CONSTRAINT supervisor_deputy FOREIGN KEY (municipality, deputy_id) REFERENCES public.supervisor(municipality, id) DEFERRABLE;

ALTER TABLE ONLY public.supervisor
    ADD CONSTRAINT supervisor_unit FOREIGN KEY (municipality, unit_id) REFERENCES public.organisation_unit(municipality, id);

ALTER TABLE ONLY public.undertaking
    ADD CONSTRAINT undertaking_earmark FOREIGN KEY (municipality, earmark_id) REFERENCES public.referrer(municipality, id);

ALTER TABLE ONLY public.undertaking
    ADD CONSTRAINT undertaking_unit FOREIGN KEY (municipality, unit_id) REFERENCES public.organisation_unit(municipality, id);

ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_referrer FOREIGN KEY (municipality, referrer_id) REFERENCES public.referrer(municipality, id);

ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_unit FOREIGN KEY (municipality, unit_id) REFERENCES public.organisation_unit(municipality, id);

ALTER TABLE ONLY public.user_session
    ADD CONSTRAINT user_session_account FOREIGN KEY (municipality, account_id) REFERENCES public.user_account(municipality, id);

ALTER TABLE ONLY public.voice_answer
    ADD CONSTRAINT voice_answer_placement FOREIGN KEY (municipality, placement_id) REFERENCES public.placement(municipality, id);

ALTER TABLE ONLY public.wish
    ADD CONSTRAINT wish_participant FOREIGN KEY (municipality, participant_id) REFERENCES public.participant(municipality, id);

ALTER TABLE ONLY public.wish
    ADD CONSTRAINT wish_slot FOREIGN KEY (municipality, slot_id) REFERENCES public.slot(municipality, id);

ALTER TABLE public.accessibility_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.account_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.agreement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.agreement_approval ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_erasure ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_head ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_value ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.check_before_start ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.code_counter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.complaint ENABLE ROW LEVEL SECURITY;

CREATE POLICY coordinator_changes ON public.complaint AS RESTRICTIVE FOR UPDATE TO praktik_app USING ((( SELECT current_setting('praktik.role'::text, true) AS current_setting) = 'coordinator'::text));

CREATE POLICY coordinator_changes ON public.voice_answer AS RESTRICTIVE FOR UPDATE TO praktik_app USING ((( SELECT current_setting('praktik.role'::text, true) AS current_setting) = 'coordinator'::text));

CREATE POLICY coordinator_reads ON public.complaint AS RESTRICTIVE FOR SELECT TO praktik_app USING ((( SELECT current_setting('praktik.role'::text, true) AS current_setting) = 'coordinator'::text));

CREATE POLICY coordinator_reads ON public.voice_answer AS RESTRICTIVE FOR SELECT TO praktik_app USING ((( SELECT current_setting('praktik.role'::text, true) AS current_setting) = 'coordinator'::text));

ALTER TABLE public.course ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.follow_up_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.follow_up_rule ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.match_census ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.match_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.municipality_settings ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.organisation_unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outcome ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_municipality ON public.accessibility_report TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.account_link TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.agreement TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.agreement_approval TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.api_answer TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.api_token TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.audit_entry TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.audit_erasure TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.audit_head TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.audit_row TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.audit_value TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.check_before_start TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.code_counter TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.complaint TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.course TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.follow_up_report TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.follow_up_rule TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.job TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.match_census TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.match_run TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.message TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.message_attempt TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.municipality_settings TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.organisation_unit TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.outcome TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.participant TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.party_link TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.party_link_secret TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.person TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.person_identifier TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.placement TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.placement_answer TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.placement_ending TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.placement_event TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.referrer TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.report_delivery TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.report_duty TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.retention_count TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.retention_rule TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.retention_run TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.retention_step TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.sign_in_count TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.slot TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.slot_not_renewed TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.slot_withdrawal TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.snapshot TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.snapshot_row TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.supervisor TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.undertaking TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.user_account TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.user_session TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.voice_answer TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.voice_text TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_municipality ON public.wish TO praktik_app USING (((municipality)::text = ( SELECT current_setting('praktik.municipality'::text) AS current_setting)));

CREATE POLICY own_word ON public.follow_up_report AS RESTRICTIVE TO praktik_app USING ((( SELECT (COALESCE(current_setting('praktik.role'::text, true), ''::text) = ANY (ARRAY['clock'::text, 'coordinator'::text, 'operator'::text]))) OR (source = ANY (( SELECT public.told_by(COALESCE(current_setting('praktik.role'::text, true), ''::text)) AS told_by)::text[]))));

ALTER TABLE public.participant ENABLE ROW LEVEL SECURITY;

CREATE POLICY participant_speaks ON public.complaint AS RESTRICTIVE FOR INSERT TO praktik_app WITH CHECK ((( SELECT current_setting('praktik.role'::text, true) AS current_setting) = ANY (ARRAY['participant'::text, 'coordinator'::text])));

CREATE POLICY participant_speaks ON public.voice_answer AS RESTRICTIVE FOR INSERT TO praktik_app WITH CHECK ((( SELECT current_setting('praktik.role'::text, true) AS current_setting) = ANY (ARRAY['participant'::text, 'coordinator'::text])));

ALTER TABLE public.party_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.party_link_secret ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.person_identifier ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.placement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.placement_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.placement_ending ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.placement_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.referrer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.report_delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.report_duty ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.retention_count ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.retention_rule ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.retention_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.retention_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sign_in_count ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.slot ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.slot_not_renewed ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.slot_withdrawal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.snapshot ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.snapshot_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.supervisor ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.undertaking ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.user_account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.user_session ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_text ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.wish ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO praktik_app;

REVOKE ALL ON FUNCTION public.agreement_clashes(of_municipality text, of_placement uuid, of_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.agreement_clashes(of_municipality text, of_placement uuid, of_version integer) TO praktik_app;

REVOKE ALL ON FUNCTION public.agreement_in_force() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.agreement_missing_approvals(of_municipality text, of_placement uuid, of_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.agreement_missing_approvals(of_municipality text, of_placement uuid, of_version integer) TO praktik_app;

REVOKE ALL ON FUNCTION public.agreement_missing_checks(of_municipality text, of_placement uuid, of_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.agreement_missing_checks(of_municipality text, of_placement uuid, of_version integer) TO praktik_app;

REVOKE ALL ON FUNCTION public.agreement_require(of_municipality text, of_placement uuid, of_version integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.agreement_within_supervision() FROM PUBLIC;

GRANT SELECT ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(municipality) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(id) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(actor) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(role) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(on_behalf_of) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(reason) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(action) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(entity) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(entity_id) ON TABLE public.audit_entry TO praktik_app;

GRANT INSERT(outcome) ON TABLE public.audit_entry TO praktik_app;

REVOKE ALL ON FUNCTION public.audit_entry_hash(e public.audit_entry) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_entry_hash(e public.audit_entry) TO praktik_app;

REVOKE ALL ON FUNCTION public.audit_erasure_digest(of_municipality text, of_run uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_erasure_digest(of_municipality text, of_run uuid) TO praktik_app;

REVOKE ALL ON FUNCTION public.audit_faults(of_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_faults(of_municipality text) TO praktik_app;

REVOKE ALL ON FUNCTION public.audit_kept_hash(e public.audit_entry) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_kept_hash(e public.audit_entry) TO praktik_app;

REVOKE ALL ON FUNCTION public.audit_row_in_time() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_seal() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_value_hash(salt bytea, before jsonb, after jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_value_hash(salt bytea, before jsonb, after jsonb) TO praktik_app;

REVOKE ALL ON FUNCTION public.audit_value_in_time() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.bearer(of_municipality text, of_kind text, of_id uuid, of_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.bearer(of_municipality text, of_kind text, of_id uuid, of_secret bytea) TO praktik_app;

REVOKE ALL ON FUNCTION public.complaint_handled() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.complaint_made() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.complaints_to_handle() FROM PUBLIC;
GRANT ALL ON FUNCTION public.complaints_to_handle() TO praktik_app;

REVOKE ALL ON FUNCTION public.contradicting_outcomes(of_municipality text, of_placement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.contradicting_outcomes(of_municipality text, of_placement uuid) TO praktik_app;

REVOKE ALL ON FUNCTION public.follow_up_moments(rule_mid boolean, rule_end boolean, rule_days integer[], started_on date, agreed_end date, ended_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.follow_up_moments(rule_mid boolean, rule_end boolean, rule_days integer[], started_on date, agreed_end date, ended_on date) TO praktik_app;

REVOKE ALL ON FUNCTION public.follow_up_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.municipalities_with_mail(by_moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.municipalities_with_mail(by_moment timestamp with time zone) TO praktik_app;

REVOKE ALL ON FUNCTION public.organisation_unit_no_circle() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.outcome_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.placement_agreed() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.placement_answer_given() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.placement_answers_taken_back() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.placement_record() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.placement_state_before(of_municipality text, of_placement uuid, present text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.placement_state_before(of_municipality text, of_placement uuid, present text) TO praktik_app;

REVOKE ALL ON FUNCTION public.placement_step() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.placement_within_capacity() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.placement_within_supervision() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.refresh_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION public.refresh_statistics() TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_accounts(of_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.retention_accounts(of_municipality text) TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_before(of_municipality text, of_category text, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.retention_before(of_municipality text, of_category text, on_day date) TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_contacts(of_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.retention_contacts(of_municipality text) TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_digest(keys uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.retention_erase_audit(of_municipality text, the_run uuid, of_records uuid[], of_role text, of_names text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.retention_erase_contacts(of_municipality text, on_day date, the_run uuid, contacts uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.retention_erase_contacts(of_municipality text, on_day date, the_run uuid, contacts uuid[]) TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_erase_others(of_municipality text, on_day date, the_run uuid, of_category text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.retention_erase_others(of_municipality text, on_day date, the_run uuid, of_category text) TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_erase_persons(of_municipality text, on_day date, the_run uuid, persons uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.retention_erase_persons(of_municipality text, on_day date, the_run uuid, persons uuid[]) TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_months(of_municipality text, of_category text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.retention_months(of_municipality text, of_category text) TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_persons(of_municipality text, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.retention_persons(of_municipality text, on_day date) TO praktik_app;

REVOKE ALL ON FUNCTION public.retention_redact_runs(of_municipality text, on_day date, labels text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.retention_require(of_municipality text, the_roles text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.retention_without(document jsonb, labels text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.served_municipalities() FROM PUBLIC;
GRANT ALL ON FUNCTION public.served_municipalities() TO praktik_app;

REVOKE ALL ON FUNCTION public.slot_covers_occupancy() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.slot_overfull_on(of_municipality text, of_slot uuid, from_day date, to_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.slot_overfull_on(of_municipality text, of_slot uuid, from_day date, to_day date) TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.slot TO praktik_app;

REVOKE ALL ON FUNCTION public.slot_places_on(s public.slot, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.slot_places_on(s public.slot, day date) TO praktik_app;

REVOKE ALL ON FUNCTION public.slot_transition_legal() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.slot_within_supervision() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.snapshot_kept() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.snapshot_row_digest(salt text, content text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.snapshot_row_digest(salt text, content text) TO praktik_app;

REVOKE ALL ON FUNCTION public.snapshot_row_in_time() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.snapshot_row_kept() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.supervisor_covers_people() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.supervisor_overfull_on(of_municipality text, of_supervisor uuid, from_day date, to_day date, still_there boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.supervisor_overfull_on(of_municipality text, of_supervisor uuid, from_day date, to_day date, still_there boolean) TO praktik_app;

REVOKE ALL ON FUNCTION public.supervisor_trained_by(of_municipality text, of_supervisor uuid, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.supervisor_trained_by(of_municipality text, of_supervisor uuid, day date) TO praktik_app;

REVOKE ALL ON FUNCTION public.told_by(the_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.told_by(the_role text) TO praktik_app;

REVOKE ALL ON FUNCTION public.unit_contact(of_municipality text, of_unit uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.unit_contact(of_municipality text, of_unit uuid) TO praktik_app;

REVOKE ALL ON FUNCTION public.uuid_v7() FROM PUBLIC;
GRANT ALL ON FUNCTION public.uuid_v7() TO praktik_app;

REVOKE ALL ON FUNCTION public.voice_answer_given() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.voice_day(occasion text, state text, started_on date, ended_on date, ends_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.voice_day(occasion text, state text, started_on date, ended_on date, ends_on date) TO praktik_app;

REVOKE ALL ON FUNCTION public.voice_giver(ground text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.voice_is_given(of_placement uuid, of_occasion text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.voice_is_given(of_placement uuid, of_occasion text) TO praktik_app;

REVOKE ALL ON FUNCTION public.voice_require(roles text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.voice_response(from_day date, to_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.voice_response(from_day date, to_day date) TO praktik_app;

REVOKE ALL ON FUNCTION public.voice_tally(from_day date, to_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.voice_tally(from_day date, to_day date) TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.accessibility_report TO praktik_app;

GRANT UPDATE(handled_on) ON TABLE public.accessibility_report TO praktik_app;

GRANT UPDATE(answer) ON TABLE public.accessibility_report TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.account_link TO praktik_app;

GRANT UPDATE(used_at) ON TABLE public.account_link TO praktik_app;

GRANT UPDATE(revoked_at) ON TABLE public.account_link TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.agreement TO praktik_app;

GRANT UPDATE(in_force_at) ON TABLE public.agreement TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.agreement_approval TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.api_answer TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.api_token TO praktik_app;

GRANT UPDATE(last_used_at) ON TABLE public.api_token TO praktik_app;

GRANT UPDATE(revoked_at) ON TABLE public.api_token TO praktik_app;

GRANT SELECT ON TABLE public.audit_erasure TO praktik_app;

GRANT SELECT ON TABLE public.audit_head TO praktik_app;

GRANT SELECT ON TABLE public.audit_row TO praktik_app;

GRANT INSERT(municipality) ON TABLE public.audit_row TO praktik_app;

GRANT INSERT(entry_id) ON TABLE public.audit_row TO praktik_app;

GRANT INSERT(entity) ON TABLE public.audit_row TO praktik_app;

GRANT INSERT(entity_id) ON TABLE public.audit_row TO praktik_app;

GRANT INSERT(change) ON TABLE public.audit_row TO praktik_app;

GRANT INSERT(before) ON TABLE public.audit_row TO praktik_app;

GRANT SELECT ON TABLE public.audit_value TO praktik_app;

GRANT INSERT(municipality) ON TABLE public.audit_value TO praktik_app;

GRANT INSERT(entry_id) ON TABLE public.audit_value TO praktik_app;

GRANT INSERT(before) ON TABLE public.audit_value TO praktik_app;

GRANT INSERT(after) ON TABLE public.audit_value TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.check_before_start TO praktik_app;

GRANT SELECT ON TABLE public.check_rule TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.code_counter TO praktik_app;

GRANT SELECT ON TABLE public.complaint TO praktik_app;

GRANT INSERT(municipality) ON TABLE public.complaint TO praktik_app;

GRANT INSERT(id) ON TABLE public.complaint TO praktik_app;

GRANT INSERT(code) ON TABLE public.complaint TO praktik_app;

GRANT INSERT(placement_id) ON TABLE public.complaint TO praktik_app;

GRANT INSERT(words) ON TABLE public.complaint TO praktik_app;

GRANT INSERT(ground) ON TABLE public.complaint TO praktik_app;

GRANT INSERT(made_on) ON TABLE public.complaint TO praktik_app;

GRANT UPDATE(handled_on) ON TABLE public.complaint TO praktik_app;

GRANT UPDATE(note) ON TABLE public.complaint TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.course TO praktik_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_rule TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.placement TO praktik_app;

GRANT SELECT ON TABLE public.follow_up TO praktik_app;

GRANT SELECT ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(municipality) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(id) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(placement_id) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(moment) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(source) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(progress) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(language_goal) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(hired) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(note) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(outcome_id) ON TABLE public.follow_up_report TO praktik_app;

GRANT INSERT(told_on) ON TABLE public.follow_up_report TO praktik_app;

GRANT SELECT ON TABLE public.guided TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.job TO praktik_app;

GRANT UPDATE(state) ON TABLE public.job TO praktik_app;

GRANT UPDATE(alive_at) ON TABLE public.job TO praktik_app;

GRANT UPDATE(finished_at) ON TABLE public.job TO praktik_app;

GRANT UPDATE(steps_done) ON TABLE public.job TO praktik_app;

GRANT UPDATE(steps_total) ON TABLE public.job TO praktik_app;

GRANT UPDATE(result) ON TABLE public.job TO praktik_app;

GRANT UPDATE(failure) ON TABLE public.job TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.match_census TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.match_run TO praktik_app;

GRANT UPDATE(decided_at) ON TABLE public.match_run TO praktik_app;

GRANT UPDATE(decided_by) ON TABLE public.match_run TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.message TO praktik_app;

GRANT UPDATE(state) ON TABLE public.message TO praktik_app;

GRANT UPDATE(attempts) ON TABLE public.message TO praktik_app;

GRANT UPDATE(first_tried_at) ON TABLE public.message TO praktik_app;

GRANT UPDATE(next_try_at) ON TABLE public.message TO praktik_app;

GRANT UPDATE(ended_at) ON TABLE public.message TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.message_attempt TO praktik_app;

GRANT UPDATE(outcome) ON TABLE public.message_attempt TO praktik_app;

GRANT UPDATE(code) ON TABLE public.message_attempt TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.municipality_settings TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.organisation_unit TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.outcome TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.participant TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.party_link TO praktik_app;

GRANT UPDATE(expires_at) ON TABLE public.party_link TO praktik_app;

GRANT UPDATE(used_at) ON TABLE public.party_link TO praktik_app;

GRANT UPDATE(revoked_at) ON TABLE public.party_link TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.party_link_secret TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.person TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.person_identifier TO praktik_app;

GRANT SELECT ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(municipality) ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(id) ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(placement_id) ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(party) ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(answer) ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(reason) ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(note) ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(ground) ON TABLE public.placement_answer TO praktik_app;

GRANT INSERT(answered_on) ON TABLE public.placement_answer TO praktik_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.placement_ending TO praktik_app;

GRANT SELECT ON TABLE public.placement_event TO praktik_app;

GRANT SELECT ON TABLE public.placement_transition TO praktik_app;

GRANT SELECT ON TABLE public.placement_transition_role TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.referrer TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.report_delivery TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.report_duty TO praktik_app;

GRANT SELECT ON TABLE public.retention_category TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.retention_count TO praktik_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.retention_rule TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.retention_run TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.retention_step TO praktik_app;

GRANT SELECT ON TABLE public.schema_migration TO praktik_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_count TO praktik_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.slot_not_renewed TO praktik_app;

GRANT SELECT ON TABLE public.slot_transition TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.slot_withdrawal TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.snapshot TO praktik_app;

GRANT UPDATE(reopened_at) ON TABLE public.snapshot TO praktik_app;

GRANT UPDATE(reopened_on) ON TABLE public.snapshot TO praktik_app;

GRANT UPDATE(reopened_by) ON TABLE public.snapshot TO praktik_app;

GRANT UPDATE(reopened_reason) ON TABLE public.snapshot TO praktik_app;

GRANT SELECT,INSERT ON TABLE public.snapshot_row TO praktik_app;

GRANT UPDATE(salt) ON TABLE public.snapshot_row TO praktik_app;

GRANT UPDATE(content) ON TABLE public.snapshot_row TO praktik_app;

GRANT UPDATE(placement_id) ON TABLE public.snapshot_row TO praktik_app;

GRANT UPDATE(participant_id) ON TABLE public.snapshot_row TO praktik_app;

GRANT UPDATE(erased_at) ON TABLE public.snapshot_row TO praktik_app;

GRANT UPDATE(erased_rule) ON TABLE public.snapshot_row TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.supervisor TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.undertaking TO praktik_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.user_account TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.user_session TO praktik_app;

GRANT UPDATE(last_used_at) ON TABLE public.user_session TO praktik_app;

GRANT SELECT ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(municipality) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(id) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(placement_id) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(occasion) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(tasks) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(alone) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(swedish) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(learnt) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(words) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(language) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(ground) ON TABLE public.voice_answer TO praktik_app;

GRANT INSERT(answered_on) ON TABLE public.voice_answer TO praktik_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.voice_text TO praktik_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.wish TO praktik_app;

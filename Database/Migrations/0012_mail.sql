-- Mail: the outbox, what became of each attempt, and the links by which those without accounts act.

-- A link: one party, one purpose, one subject; used once, within its time, unless taken back before. Which purposes there are
-- is the program's to say.
CREATE TABLE party_link (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL DEFAULT uuid_v7(),
    purpose text NOT NULL CONSTRAINT party_link_purpose CHECK (purpose ~ '^[a-z_]{1,40}$'),
    party text NOT NULL CONSTRAINT party_link_party
        CHECK (party IN ('host', 'supervisor', 'participant', 'referrer', 'coordinator')),
    -- The record of the party: unit, supervisor, participant, referrer or account.
    recipient_id uuid NOT NULL,
    placement_id uuid,
    slot_id uuid,
    unit_id uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (municipality, id),
    CONSTRAINT party_link_placement FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id),
    CONSTRAINT party_link_slot FOREIGN KEY (municipality, slot_id) REFERENCES slot (municipality, id),
    CONSTRAINT party_link_unit FOREIGN KEY (municipality, unit_id) REFERENCES organisation_unit (municipality, id),
    CONSTRAINT party_link_one_subject CHECK (num_nonnulls(placement_id, slot_id, unit_id) = 1),
    CONSTRAINT party_link_ended_once CHECK (used_at IS NULL OR revoked_at IS NULL)
);
-- One open link a party, purpose and subject: whoever needs it again gets the same.
CREATE UNIQUE INDEX party_link_open ON party_link (municipality, purpose, party, recipient_id, placement_id, slot_id, unit_id)
    NULLS NOT DISTINCT WHERE used_at IS NULL AND revoked_at IS NULL;
CREATE INDEX party_link_of_placement ON party_link (municipality, placement_id);

-- Every attempt at sending a link has a secret of its own, so that none is kept to be sent again; each of them opens the link.
CREATE TABLE party_link_secret (
    municipality municipality_code NOT NULL,
    link_id uuid NOT NULL,
    secret_hash bytea NOT NULL CONSTRAINT party_link_secret_hash CHECK (octet_length(secret_hash) = 32),
    made_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, link_id, secret_hash),
    CONSTRAINT party_link_secret_link FOREIGN KEY (municipality, link_id)
        REFERENCES party_link (municipality, id) ON DELETE CASCADE
);

-- A message to be sent, written in the transaction that causes it. It holds neither address nor text: both are put together
-- when it is sent, from the records as they then stand.
CREATE TABLE message (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL DEFAULT uuid_v7(), -- the Message-ID is made of it
    kind text NOT NULL CONSTRAINT message_kind CHECK (kind ~ '^[a-z_]{1,40}$'),
    party text NOT NULL CONSTRAINT message_party
        CHECK (party IN ('host', 'supervisor', 'participant', 'referrer', 'coordinator')),
    recipient_id uuid NOT NULL,
    placement_id uuid,
    slot_id uuid,
    unit_id uuid,
    day date, -- the date that it tells
    language text NOT NULL CONSTRAINT message_language CHECK (language IN ('sv', 'en')),
    link_id uuid,
    -- What it is about and when, so that nobody is told twice.
    dedupe_key text NOT NULL CONSTRAINT message_dedupe_key_form CHECK (char_length(dedupe_key) BETWEEN 1 AND 200),
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT message_state
        CHECK (state IN ('waiting', 'sent', 'failed', 'withheld', 'revoked')),
    attempts integer NOT NULL DEFAULT 0 CONSTRAINT message_attempts CHECK (attempts >= 0),
    posted_at timestamptz NOT NULL,
    first_tried_at timestamptz, -- since it was posted, or sent anew by hand: what the time to give up is counted from
    next_try_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (municipality, id),
    CONSTRAINT message_once UNIQUE (municipality, dedupe_key),
    CONSTRAINT message_placement FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id),
    CONSTRAINT message_slot FOREIGN KEY (municipality, slot_id) REFERENCES slot (municipality, id),
    CONSTRAINT message_unit FOREIGN KEY (municipality, unit_id) REFERENCES organisation_unit (municipality, id),
    CONSTRAINT message_link FOREIGN KEY (municipality, link_id) REFERENCES party_link (municipality, id) ON DELETE SET NULL (link_id),
    CONSTRAINT message_ended_whole CHECK ((state = 'waiting') = (ended_at IS NULL))
);
CREATE INDEX message_waiting ON message (municipality, next_try_at) WHERE state = 'waiting';
CREATE INDEX message_of_recipient ON message (municipality, recipient_id);
CREATE INDEX message_of_placement ON message (municipality, placement_id);

-- Each attempt, written before it is made; one without an outcome is under way, or its daemon died with it.
CREATE TABLE message_attempt (
    municipality municipality_code NOT NULL,
    message_id uuid NOT NULL,
    ordinal integer NOT NULL,
    at timestamptz NOT NULL,
    outcome text CONSTRAINT message_attempt_outcome CHECK (outcome IN ('delivered', 'refused', 'deferred', 'unreachable',
        'too_slow', 'untrusted', 'denied', 'broken', 'interrupted', 'no_address')),
    code smallint, -- the mail server's
    PRIMARY KEY (municipality, message_id, ordinal),
    CONSTRAINT message_attempt_message FOREIGN KEY (municipality, message_id) REFERENCES message (municipality, id)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['party_link', 'party_link_secret', 'message', 'message_attempt'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_municipality ON %I TO praktik_app '
            'USING (municipality = (SELECT current_setting(''praktik.municipality'')))', name);
    END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE (expires_at, used_at, revoked_at), DELETE ON party_link TO praktik_app;
GRANT SELECT, INSERT, DELETE ON party_link_secret TO praktik_app;
GRANT SELECT, INSERT, UPDATE (state, attempts, first_tried_at, next_try_at, ended_at) ON message TO praktik_app;
GRANT SELECT, INSERT, UPDATE (outcome, code) ON message_attempt TO praktik_app;

-- A unit's own address, else that of the nearest unit above that has one.
CREATE FUNCTION unit_contact(of_municipality text, of_unit uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE up (parent_id, email, depth) AS (
        SELECT u.parent_id, u.email, 1 FROM organisation_unit u WHERE u.municipality = of_municipality AND u.id = of_unit
        UNION ALL
        SELECT u.parent_id, u.email, up.depth + 1 FROM up
            JOIN organisation_unit u ON u.municipality = of_municipality AND u.id = up.parent_id
        WHERE up.email IS NULL
    )
    SELECT up.email FROM up WHERE up.email IS NOT NULL ORDER BY up.depth LIMIT 1
$$;
REVOKE ALL ON FUNCTION unit_contact(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unit_contact(text, uuid) TO praktik_app;

-- Which municipalities there are, and which have mail to send: a daemon's work is in all of them, while policies show it one
-- at a time. Codes, and nothing else.
CREATE FUNCTION served_municipalities() RETURNS TABLE (municipality text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.municipality::text FROM audit_head h ORDER BY 1
$$;
CREATE FUNCTION municipalities_with_mail(by_moment timestamptz) RETURNS TABLE (municipality text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT m.municipality::text FROM message m
    WHERE m.state = 'waiting' AND m.next_try_at <= by_moment ORDER BY 1
$$;
REVOKE ALL ON FUNCTION served_municipalities(), municipalities_with_mail(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION served_municipalities(), municipalities_with_mail(timestamptz) TO praktik_app;

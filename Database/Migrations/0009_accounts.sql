-- Signing in: what an account needs for it, sessions, one-time links, programs' tokens, and the count of attempts. Of every
-- secret only the hash is kept.

ALTER TABLE user_account
    ADD COLUMN display_name text CONSTRAINT user_account_display_name CHECK (char_length(display_name) BETWEEN 1 AND 1000),
    ADD COLUMN email text CONSTRAINT user_account_email_form CHECK (octet_length(email) <= 254 AND email LIKE '_%@_%'),
    ADD COLUMN language text CONSTRAINT user_account_language CHECK (language IN ('sv', 'en')),
    ADD COLUMN named_officer boolean NOT NULL DEFAULT false,
    -- A scrypt hash that says itself how it was made.
    ADD COLUMN password_hash text CONSTRAINT user_account_password_hash CHECK (password_hash LIKE '$scrypt$%'),
    ADD COLUMN password_set_at timestamptz,
    -- Who the account is at an identity provider (OpenID Connect's iss and sub).
    ADD COLUMN issuer text,
    ADD COLUMN subject text,
    -- Whether the role was given by an administrator, or follows the provider's claims at every sign-in.
    ADD COLUMN role_source text NOT NULL DEFAULT 'assigned'
        CONSTRAINT user_account_role_source CHECK (role_source IN ('assigned', 'claim')),
    ADD COLUMN last_signed_in_at timestamptz,
    DROP CONSTRAINT user_account_role,
    ADD CONSTRAINT user_account_role
        CHECK (role IN ('operator', 'administrator', 'coordinator', 'registrar', 'referrer', 'statistician')),
    -- The right to protected persons goes with the task, and has to be given by name.
    ADD CONSTRAINT user_account_named_officer CHECK (NOT named_officer OR role = 'coordinator'),
    ADD CONSTRAINT user_account_identity_whole CHECK ((issuer IS NULL) = (subject IS NULL)),
    ADD CONSTRAINT user_account_identity UNIQUE (municipality, issuer, subject),
    -- The operator works at the console and signs in nowhere.
    ADD CONSTRAINT user_account_operator_unsigned
        CHECK (role <> 'operator' OR (password_hash IS NULL AND issuer IS NULL));
-- An address finds its account whatever the case it is written in.
CREATE UNIQUE INDEX user_account_email ON user_account (municipality, lower(email));

CREATE TABLE user_session (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    secret_hash bytea NOT NULL CONSTRAINT user_session_secret CHECK (octet_length(secret_hash) = 32),
    means text NOT NULL CONSTRAINT user_session_means CHECK (means IN ('password', 'link', 'provider')),
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, id),
    CONSTRAINT user_session_account FOREIGN KEY (municipality, account_id) REFERENCES user_account (municipality, id)
);
CREATE INDEX user_session_of_account ON user_session (municipality, account_id);

-- Invitations and password resets: used once, within their time, unless taken back before.
CREATE TABLE account_link (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    purpose text NOT NULL CONSTRAINT account_link_purpose CHECK (purpose IN ('invitation', 'password_reset')),
    secret_hash bytea NOT NULL CONSTRAINT account_link_secret CHECK (octet_length(secret_hash) = 32),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (municipality, id),
    CONSTRAINT account_link_account FOREIGN KEY (municipality, account_id) REFERENCES user_account (municipality, id),
    CONSTRAINT account_link_ended_once CHECK (used_at IS NULL OR revoked_at IS NULL)
);
-- One open link an account: a new one takes the place of the old.
CREATE UNIQUE INDEX account_link_open ON account_link (municipality, account_id)
    WHERE used_at IS NULL AND revoked_at IS NULL;

-- What programs carry. It can do what its owner can at the moment it is used, and of that what its scopes name.
CREATE TABLE api_token (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL CONSTRAINT api_token_name_form CHECK (char_length(name) BETWEEN 1 AND 1000),
    secret_hash bytea NOT NULL CONSTRAINT api_token_secret CHECK (octet_length(secret_hash) = 32),
    scopes text[] NOT NULL CONSTRAINT api_token_scopes CHECK (cardinality(scopes) > 0),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (municipality, id),
    CONSTRAINT api_token_account FOREIGN KEY (municipality, account_id) REFERENCES user_account (municipality, id)
);
CREATE UNIQUE INDEX api_token_name ON api_token (municipality, account_id, name) WHERE revoked_at IS NULL;

-- Attempts at signing in, counted in the database so that several daemons count together. The row's lock makes the count
-- exact under a race. A key is an address, or four bytes of a hash of the name that was typed: enough to count by, too little
-- to say what was typed. A row goes when its window is over.
CREATE TABLE sign_in_count (
    municipality municipality_code NOT NULL,
    kind text NOT NULL CONSTRAINT sign_in_count_kind CHECK (kind IN ('account', 'address')),
    key text NOT NULL,
    attempts bigint NOT NULL,
    ends_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, kind, key)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['user_session', 'account_link', 'api_token', 'sign_in_count'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_municipality ON %I TO praktik_app '
            'USING (municipality = (SELECT current_setting(''praktik.municipality'')))', name);
    END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE (last_used_at), DELETE ON user_session TO praktik_app;
GRANT SELECT, INSERT, UPDATE (used_at, revoked_at), DELETE ON account_link TO praktik_app;
GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at), DELETE ON api_token TO praktik_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_count TO praktik_app;

-- Who carries a session or token, in one statement: asked at every request, so it must not cost a transaction. It sees past the
-- policies, and answers only to who has the secret.
CREATE FUNCTION bearer(of_municipality text, of_kind text, of_id uuid, of_secret bytea)
RETURNS TABLE (account_id uuid, name text, role text, unit_id uuid, referrer_id uuid, named_officer boolean,
    display_name text, language text, disabled_on date, expires_at timestamptz, last_used_at timestamptz, scopes text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
REVOKE ALL ON FUNCTION bearer(text, text, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bearer(text, text, uuid, bytea) TO praktik_app;

-- Who offers, who refers, who guides, and what the council has decided.

CREATE TABLE organisation_unit (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    name text NOT NULL CONSTRAINT organisation_unit_name_given CHECK (name <> ''),
    kind text NOT NULL CONSTRAINT organisation_unit_kind
        CHECK (kind IN ('forvaltning', 'avdelning', 'bolag', 'stiftelse', 'foretag')),
    parent_id uuid,
    email text,
    valid_from date,
    valid_to date,
    successor_id uuid,
    PRIMARY KEY (municipality, id),
    CONSTRAINT organisation_unit_code UNIQUE (municipality, code),
    CONSTRAINT organisation_unit_parent FOREIGN KEY (municipality, parent_id)
        REFERENCES organisation_unit (municipality, id) DEFERRABLE,
    CONSTRAINT organisation_unit_successor FOREIGN KEY (municipality, successor_id)
        REFERENCES organisation_unit (municipality, id) DEFERRABLE,
    CONSTRAINT organisation_unit_period CHECK (valid_to >= valid_from),
    CONSTRAINT organisation_unit_not_own_parent CHECK (parent_id <> id),
    CONSTRAINT organisation_unit_not_own_successor CHECK (successor_id <> id)
);

-- A unit's root is found by walking up; a circle would never end, so it can never be written.
CREATE FUNCTION organisation_unit_no_circle() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE CONSTRAINT TRIGGER organisation_unit_no_circle AFTER INSERT OR UPDATE OF parent_id ON organisation_unit
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL)
    EXECUTE FUNCTION organisation_unit_no_circle();

CREATE TABLE referrer (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    name text NOT NULL CONSTRAINT referrer_name_given CHECK (name <> ''),
    email text,
    PRIMARY KEY (municipality, id),
    CONSTRAINT referrer_code UNIQUE (municipality, code)
);

CREATE TABLE supervisor (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL CONSTRAINT supervisor_name_given CHECK (name <> ''),
    email text,
    trained_on date,
    capacity smallint CONSTRAINT supervisor_capacity CHECK (capacity BETWEEN 0 AND 500),
    deputy_id uuid,
    PRIMARY KEY (municipality, id),
    CONSTRAINT supervisor_code UNIQUE (municipality, code),
    CONSTRAINT supervisor_unit FOREIGN KEY (municipality, unit_id) REFERENCES organisation_unit (municipality, id),
    CONSTRAINT supervisor_deputy FOREIGN KEY (municipality, deputy_id)
        REFERENCES supervisor (municipality, id) DEFERRABLE
);

-- An undertaking (åtagande). Targets and baselines are kept in hundredths, so that 2,5 hours is exact.
CREATE TABLE undertaking (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    code human_code NOT NULL,
    document text,
    section text,
    number text,
    unit_id uuid, -- none: joint, every unit whose root is a förvaltning
    text text NOT NULL CONSTRAINT undertaking_text_given CHECK (text <> ''),
    measure text NOT NULL CONSTRAINT undertaking_measure
        CHECK (measure IN ('places', 'persons', 'hours_per_day', 'delta')),
    target_hundredths bigint CONSTRAINT undertaking_target CHECK (target_hundredths >= 0),
    baseline_hundredths bigint CONSTRAINT undertaking_baseline CHECK (baseline_hundredths >= 0),
    earmark_id uuid,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    cadence text NOT NULL DEFAULT 'year' CONSTRAINT undertaking_cadence CHECK (cadence IN ('year', 'half', 'tertial')),
    rule text NOT NULL,
    PRIMARY KEY (municipality, id),
    CONSTRAINT undertaking_code UNIQUE (municipality, code),
    CONSTRAINT undertaking_unit FOREIGN KEY (municipality, unit_id) REFERENCES organisation_unit (municipality, id),
    CONSTRAINT undertaking_earmark FOREIGN KEY (municipality, earmark_id) REFERENCES referrer (municipality, id),
    CONSTRAINT undertaking_period CHECK (ends_on >= starts_on),
    CONSTRAINT undertaking_rule CHECK (rule IN ('offered_in_year', 'filled', 'started', 'completed', 'interrupted',
        'no_show', 'persons_received', 'hours_per_day', 'put_in_year', 'employed_any', 'sixty', 'kolada_like', 'delta'))
);

CREATE TABLE user_account (
    municipality municipality_code NOT NULL,
    id uuid NOT NULL,
    name human_code NOT NULL,
    role text NOT NULL CONSTRAINT user_account_role
        CHECK (role IN ('operator', 'coordinator', 'registrar', 'referrer', 'statistician')),
    unit_id uuid,
    referrer_id uuid,
    disabled_on date,
    PRIMARY KEY (municipality, id),
    CONSTRAINT user_account_name UNIQUE (municipality, name),
    CONSTRAINT user_account_unit FOREIGN KEY (municipality, unit_id)
        REFERENCES organisation_unit (municipality, id),
    CONSTRAINT user_account_referrer FOREIGN KEY (municipality, referrer_id) REFERENCES referrer (municipality, id),
    CONSTRAINT user_account_scope CHECK ((role = 'registrar') = (unit_id IS NOT NULL)
        AND (role = 'referrer') = (referrer_id IS NOT NULL))
);

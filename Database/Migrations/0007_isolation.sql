-- Every row under its municipality, whoever forgets a WHERE: the application's role sees and writes only the municipality
-- its transaction was opened for, and without one nothing. What it may do at all is granted here, table by table.

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality'
        WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY c.relname
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        -- The sub-select is evaluated once a statement, not once a row; an unset municipality is an error.
        EXECUTE format('CREATE POLICY own_municipality ON %I TO praktik_app '
            'USING (municipality = (SELECT current_setting(''praktik.municipality'')))', name);
    END LOOP;
    -- Our own functions only: an extension's stay as it made them.
    FOR name IN
        SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'public'
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        ORDER BY 1
    LOOP
        EXECUTE 'REVOKE ALL ON FUNCTION ' || name || ' FROM PUBLIC';
    END LOOP;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA public TO praktik_app;
GRANT EXECUTE ON FUNCTION uuid_v7(), audit_value_hash(bytea, jsonb, jsonb), audit_entry_hash(audit_entry),
    audit_faults(text), slot_places_on(slot, date), placement_state_before(text, uuid, text),
    slot_overfull_on(text, uuid, date, date) TO praktik_app;

GRANT SELECT, INSERT, UPDATE ON organisation_unit, referrer, supervisor, undertaking, user_account, code_counter,
    slot, person, person_identifier, participant, placement, outcome TO praktik_app;
GRANT SELECT, INSERT ON slot_withdrawal TO praktik_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON wish TO praktik_app;
GRANT SELECT ON slot_transition, placement_transition, placement_event, schema_migration TO praktik_app;

-- A run is decided once and otherwise never touched.
GRANT SELECT, INSERT, UPDATE (decided_at, decided_by) ON match_run TO praktik_app;

-- The audit log is added to, never edited: sequence and hashes are the sealing trigger's, which is not the application's.
GRANT SELECT ON audit_entry, audit_value, audit_row, audit_head TO praktik_app;
GRANT INSERT (municipality, id, actor, role, on_behalf_of, reason, action, entity, entity_id, outcome)
    ON audit_entry TO praktik_app;
GRANT INSERT (municipality, entry_id, before, after) ON audit_value TO praktik_app;
GRANT INSERT (municipality, entry_id, entity, entity_id, change, before) ON audit_row TO praktik_app;

-- Whoever the agreement in force names guides a participant, and their number and training are held to as the slot's
-- supervisor's are.

CREATE INDEX agreement_supervisor_index ON agreement (municipality, supervisor_id)
    WHERE in_force_at IS NOT NULL AND supervisor_id IS NOT NULL;

-- Every placement with its supervisor: whom the agreement in force names, else the slot's. In two halves, so that a
-- supervisor's are found by an index.
CREATE VIEW guided WITH (security_invoker = true) AS
SELECT g.municipality, g.supervisor_id, p.id AS placement_id, p.slot_id, p.starts_on, p.ends_on, p.occupied_to, p.state
FROM agreement g
JOIN placement p ON p.municipality = g.municipality AND p.id = g.placement_id
WHERE g.in_force_at IS NOT NULL AND g.supervisor_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM agreement n WHERE n.municipality = g.municipality AND n.placement_id = g.placement_id
        AND n.in_force_at IS NOT NULL AND n.version > g.version)
UNION ALL
SELECT s.municipality, s.supervisor_id, p.id, p.slot_id, p.starts_on, p.ends_on, p.occupied_to, p.state
FROM slot s
JOIN placement p ON p.municipality = s.municipality AND p.slot_id = s.id
WHERE s.supervisor_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM agreement g WHERE g.municipality = p.municipality AND g.placement_id = p.id
        AND g.in_force_at IS NOT NULL AND g.supervisor_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM agreement n WHERE n.municipality = g.municipality AND n.placement_id = g.placement_id
                AND n.in_force_at IS NOT NULL AND n.version > g.version));

GRANT SELECT ON guided TO praktik_app;

-- As before, of everybody the supervisor guides.
CREATE OR REPLACE FUNCTION supervisor_overfull_on(
    of_municipality text, of_supervisor uuid, from_day date, to_day date, still_there boolean DEFAULT false
) RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
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

-- As before, of whoever guides the participant; a placement that stays on its slot keeps its supervisor, unless an agreement
-- says otherwise, which is looked at as it comes into force.
CREATE OR REPLACE FUNCTION placement_within_supervision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- A version that comes into force and names somebody else brings the participant along, on the days that stay; days that are
-- new are looked at as the placement takes them. The slot's row first and then the supervisor's, as everywhere.
CREATE FUNCTION agreement_within_supervision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE CONSTRAINT TRIGGER agreement_within_supervision AFTER INSERT OR UPDATE ON agreement
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.in_force_at IS NOT NULL)
    EXECUTE FUNCTION agreement_within_supervision();

-- As before, of those whom the slot's supervisor guides there.
CREATE OR REPLACE FUNCTION slot_within_supervision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

REVOKE ALL ON FUNCTION agreement_within_supervision() FROM PUBLIC;

-- Supervisors' number of people over all their slots and their training as the municipality has settled it, and offers that
-- rest until somebody says that they still hold.

ALTER TABLE municipality_settings
    ADD COLUMN training_policy text
        CONSTRAINT municipality_settings_training_policy CHECK (training_policy IN ('block', 'warn', 'off')),
    ADD COLUMN dormant_days smallint
        CONSTRAINT municipality_settings_dormant_days CHECK (dormant_days BETWEEN 2 AND 730),
    -- Nobody's offer rests before they have been asked about it.
    ADD CONSTRAINT municipality_settings_asked_before_dormant CHECK (dormant_days > coalesce(unconfirmed_days, 30));

-- Moved by every placement that takes days on one of the supervisor's slots, so that races collide here.
ALTER TABLE supervisor ADD COLUMN occupancy_version bigint NOT NULL DEFAULT 0;

CREATE INDEX slot_supervisor_index ON slot (municipality, supervisor_id) WHERE supervisor_id IS NOT NULL;

-- The first day from a day to a day on which a supervisor has more people than they take, over all slots together; none if
-- there is none, or where they have not said how many. What has ended is history: with still_there only those count who are
-- there or are to come.
CREATE FUNCTION supervisor_overfull_on(
    of_municipality text, of_supervisor uuid, from_day date, to_day date, still_there boolean DEFAULT false
) RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT min(k.day) FROM (
        SELECT z.day, sum(sum(z.step)) OVER (ORDER BY z.day) AS people
        FROM slot s
        JOIN placement p ON p.municipality = s.municipality AND p.slot_id = s.id AND p.starts_on <= to_day
            AND p.occupied_to >= greatest(p.starts_on, from_day)
            AND (NOT still_there OR p.state IN ('accepted', 'agreed', 'started'))
        CROSS JOIN LATERAL (VALUES (greatest(p.starts_on, from_day), 1), (p.occupied_to + 1, -1)) AS z (day, step)
        WHERE s.municipality = of_municipality AND s.supervisor_id = of_supervisor
        GROUP BY z.day
    ) AS k
    JOIN supervisor v ON v.municipality = of_municipality AND v.id = of_supervisor AND k.people > v.capacity
    WHERE k.day <= to_day
$$;

-- Whether a supervisor has been trained by a day.
CREATE FUNCTION supervisor_trained_by(of_municipality text, of_supervisor uuid, day date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT v.trained_on <= day IS TRUE FROM supervisor v WHERE v.municipality = of_municipality AND v.id = of_supervisor
$$;

-- Rows are taken in one order, the slot's first and then its supervisor's: two who accept at one supervisor wait for each
-- other and never in a circle. Moving the supervisor's version makes a stale snapshot fail (40001) instead of miscounting.
-- Only days that are newly taken are looked at, so that whatever a milder policy let in may be shortened and ended.
CREATE FUNCTION placement_within_supervision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    fullness text;
    training text;
    guide uuid;
    guide_before uuid;
    is_open boolean;
BEGIN
    SELECT coalesce(m.supervisor_policy, 'block'), coalesce(m.training_policy, 'warn') INTO fullness, training
        FROM (SELECT) AS one LEFT JOIN municipality_settings m ON m.municipality = NEW.municipality;
    SELECT s.supervisor_id INTO guide FROM slot s
        WHERE s.municipality = NEW.municipality AND s.id = NEW.slot_id FOR NO KEY UPDATE;
    -- A deferred check speaks at the end: what has been carried through by then is history that an import tells.
    SELECT p.state IN ('accepted', 'agreed', 'started') INTO is_open FROM placement p
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
        IF OLD.occupied_to IS NOT NULL THEN
            SELECT s.supervisor_id INTO guide_before FROM slot s
                WHERE s.municipality = OLD.municipality AND s.id = OLD.slot_id;
        END IF;
        IF (CASE WHEN guide_before = guide
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
CREATE CONSTRAINT TRIGGER placement_within_supervision AFTER UPDATE ON placement
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW
    WHEN (NEW.occupied_to IS NOT NULL AND (OLD.occupied_to, OLD.starts_on, OLD.slot_id)
        IS DISTINCT FROM (NEW.occupied_to, NEW.starts_on, NEW.slot_id))
    EXECUTE FUNCTION placement_within_supervision();

-- A slot that comes to another supervisor brings its people along, so far as they are there or are to come.
CREATE FUNCTION slot_within_supervision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    fullness text;
    training text;
BEGIN
    SELECT coalesce(m.supervisor_policy, 'block'), coalesce(m.training_policy, 'warn') INTO fullness, training
        FROM (SELECT) AS one LEFT JOIN municipality_settings m ON m.municipality = NEW.municipality;
    IF training = 'block' AND EXISTS (
        SELECT FROM placement p WHERE p.municipality = NEW.municipality AND p.slot_id = NEW.id
            AND p.state IN ('accepted', 'agreed', 'started')
            AND NOT supervisor_trained_by(NEW.municipality, NEW.supervisor_id, p.starts_on))
    THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'slot_supervisor_trained', TABLE = 'slot',
            MESSAGE = 'the supervisor is not trained by the first day';
    END IF;
    IF fullness = 'block' THEN
        UPDATE supervisor SET occupancy_version = occupancy_version + 1
            WHERE municipality = NEW.municipality AND id = NEW.supervisor_id;
        IF (SELECT supervisor_overfull_on(NEW.municipality, NEW.supervisor_id, min(p.starts_on), max(p.occupied_to), true)
            FROM placement p WHERE p.municipality = NEW.municipality AND p.slot_id = NEW.id
                AND p.state IN ('accepted', 'agreed', 'started')) IS NOT NULL
        THEN
            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'slot_within_supervision', TABLE = 'slot',
                MESSAGE = 'more people than the supervisor takes on a day';
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER slot_within_supervision AFTER UPDATE OF supervisor_id ON slot
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW
    WHEN (NEW.supervisor_id IS NOT NULL AND NEW.supervisor_id IS DISTINCT FROM OLD.supervisor_id)
    EXECUTE FUNCTION slot_within_supervision();

-- A number that shrinks must hold those who are there or are to come; the update itself has taken the row.
CREATE FUNCTION supervisor_covers_people() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE CONSTRAINT TRIGGER supervisor_covers_people AFTER UPDATE OF capacity ON supervisor
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW
    WHEN (NEW.capacity IS NOT NULL AND (OLD.capacity IS NULL OR NEW.capacity < OLD.capacity))
    EXECUTE FUNCTION supervisor_covers_people();

REVOKE ALL ON FUNCTION supervisor_overfull_on(text, uuid, date, date, boolean), supervisor_trained_by(text, uuid, date),
    placement_within_supervision(), slot_within_supervision(), supervisor_covers_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION supervisor_overfull_on(text, uuid, date, date, boolean), supervisor_trained_by(text, uuid, date)
    TO praktik_app;

-- What the planner knows of a table is gathered now and then by itself; after many rows at once not before a minute has gone,
-- and until then a list that takes milliseconds may take minutes. The program may ask for it, and for nothing else of the owner's.
CREATE FUNCTION refresh_statistics() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    ANALYZE organisation_unit, referrer, supervisor, undertaking, slot, person, participant, wish, placement, outcome;
END
$$;

REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics() TO praktik_app;

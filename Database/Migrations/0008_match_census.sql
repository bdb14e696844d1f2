-- Who could have had which slot, and who could not for what, as it stood when a round was run: so that "why not me" can be
-- answered when slots, people and rules have long been others.

-- JSON kept as text, one row a slot. People are positions in the run's inputs: erased there, nobody can be found here.
CREATE TABLE match_census (
    municipality municipality_code NOT NULL,
    run_id uuid NOT NULL,
    slot human_code NOT NULL,
    census text NOT NULL,
    PRIMARY KEY (municipality, run_id, slot),
    CONSTRAINT match_census_run FOREIGN KEY (municipality, run_id) REFERENCES match_run (municipality, id)
);

ALTER TABLE match_census ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON match_census TO praktik_app
    USING (municipality = (SELECT current_setting('praktik.municipality')));

-- A census is written with its run and otherwise never touched.
GRANT SELECT, INSERT ON match_census TO praktik_app;

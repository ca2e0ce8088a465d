-- The base map that is only there to be looked at, what it covers, and how far a demo load has come.

CREATE TABLE mapdata.features (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    theme    text NOT NULL CHECK (theme IN ('water', 'green', 'land-use', 'building', 'street', 'place')),
    class    text NOT NULL,
    rank     integer NOT NULL,
    min_zoom integer NOT NULL,
    name_zh  text NOT NULL,
    name_en  text NOT NULL,
    geom     geometry(Geometry, 4326) NOT NULL CHECK (platform.sound_shape(geom, 100000))
);
CREATE INDEX features_geom ON mapdata.features USING gist (geom);
COMMENT ON TABLE mapdata.features IS 'The base map; min_zoom is the first zoom that shows a feature.';

CREATE TABLE mapdata.extent (
    single    boolean PRIMARY KEY DEFAULT true CHECK (single),
    revision  uuid NOT NULL DEFAULT gen_random_uuid(),
    name_zh   text NOT NULL,
    name_en   text NOT NULL,
    synthetic boolean NOT NULL,
    source    text NOT NULL,
    west      double precision NOT NULL,
    south     double precision NOT NULL,
    east      double precision NOT NULL,
    north     double precision NOT NULL
);
COMMENT ON TABLE mapdata.extent IS 'What the base map shows and where it comes from; revision changes with every load.';

CREATE TABLE mapdata.demo_steps (
    step    text PRIMARY KEY,
    seed    bigint NOT NULL,
    ends_at timestamptz NOT NULL,
    done_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE mapdata.demo_steps IS 'Each step of loading the demo city, written in the transaction that did it: an interrupted load goes on where it stopped.';

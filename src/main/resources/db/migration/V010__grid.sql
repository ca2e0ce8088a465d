-- Grid layers, their editions in two times (valid: in the city, known: in this register), and the grids of each edition.

CREATE SCHEMA grid;

CREATE TABLE grid.layers (
    code       text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    kind       text NOT NULL CHECK (kind IN ('PARTITION', 'FREE')),
    parent     text REFERENCES grid.layers,
    ordinal    integer NOT NULL,
    name_zh    text NOT NULL,
    name_en    text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (parent IS NULL OR parent <> code)
);

CREATE TABLE grid.editions (
    id         uuid PRIMARY KEY,
    layer      text NOT NULL REFERENCES grid.layers,
    label      text NOT NULL,
    source     text NOT NULL,
    corrects   uuid REFERENCES grid.editions,
    grid_count integer NOT NULL,
    adopted_by text NOT NULL,
    adopted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (layer, label),
    UNIQUE (id, layer)
);
COMMENT ON TABLE grid.editions IS 'One drawing of a layer; never changed after it is adopted.';

CREATE TABLE grid.edition_periods (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition_id uuid NOT NULL,
    layer      text NOT NULL,
    valid      tstzrange NOT NULL CHECK (NOT isempty(valid)),
    known      tstzrange NOT NULL CHECK (NOT isempty(known)),
    FOREIGN KEY (edition_id, layer) REFERENCES grid.editions (id, layer),
    CONSTRAINT one_edition_at_a_time EXCLUDE USING gist (layer WITH =, valid WITH &&, known WITH &&)
);
CREATE INDEX edition_periods_edition ON grid.edition_periods (edition_id);
COMMENT ON TABLE grid.edition_periods IS 'When an edition is in force (valid) and since when and until when the register said so (known). A change closes known and adds rows; nothing is overwritten.';

CREATE TABLE grid.grids (
    edition_id  uuid NOT NULL REFERENCES grid.editions,
    code        text NOT NULL CHECK (code <> '' AND length(code) <= 64),
    name_zh     text NOT NULL,
    name_en     text NOT NULL,
    parent_code text,
    households  integer CHECK (households >= 0),
    area_m2     double precision NOT NULL CHECK (area_m2 > 0),
    attributes  jsonb NOT NULL DEFAULT '{}',
    geom        geometry(MultiPolygon, 4326) NOT NULL CHECK (platform.sound_shape(geom, 100000)),
    PRIMARY KEY (edition_id, code)
);
CREATE INDEX grids_geom ON grid.grids USING gist (geom);

CREATE TABLE grid.lineage (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layer      text NOT NULL REFERENCES grid.layers,
    edition_id uuid NOT NULL REFERENCES grid.editions,
    kind       text NOT NULL CHECK (kind IN ('BORN', 'SPLIT', 'MERGE', 'CARVE', 'SHIFT', 'RENAME', 'RETIRED')),
    from_codes text[] NOT NULL,
    to_codes   text[] NOT NULL
);
CREATE INDEX lineage_edition ON grid.lineage (edition_id);

-- Room border: the standing register of gaps and overlaps. Scans say what the borders in force left, shapes where that was,
-- states who mends it. Nothing is overwritten: scans and states close their known time and a new row follows.
CREATE SCHEMA border;

CREATE TABLE border.scans (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layer          text NOT NULL CHECK (length(layer) <= 63),
    edition        uuid NOT NULL,
    parent_edition uuid,
    streets        text NOT NULL,
    region         text NOT NULL CHECK (region IN ('PARENT', 'OUTLINE')),
    region_m2      double precision NOT NULL CHECK (region_m2 >= 0),
    owned_m2       double precision NOT NULL CHECK (owned_m2 >= 0),
    gap_m2         double precision NOT NULL CHECK (gap_m2 >= 0),
    overlap_m2     double precision NOT NULL CHECK (overlap_m2 >= 0),
    took_s         double precision NOT NULL CHECK (took_s >= 0),
    known          tstzrange NOT NULL CHECK (NOT isempty(known)),
    CONSTRAINT one_scan_at_a_time EXCLUDE USING gist (layer WITH =, known WITH &&),
    CONSTRAINT adds_up CHECK (abs(owned_m2 + gap_m2 + overlap_m2 - region_m2) <= 1e-6 * region_m2)
);
COMMENT ON TABLE border.scans IS 'What the borders of a layer left at a time: one row each time the edition in force, its parent''s or the streets changed. region is the ground they must cover: the parent layer, or the layer''s own outline with its holes.';

CREATE TABLE border.faces (
    id         text PRIMARY KEY CHECK (length(id) <= 90),
    layer      text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('GAP', 'OVERLAP')),
    number     integer NOT NULL CHECK (number > 0),
    first_seen timestamptz NOT NULL,
    UNIQUE (layer, kind, number)
);
COMMENT ON TABLE border.faces IS 'One gap or overlap through all its shapes: its id never changes and is never used again.';

CREATE TABLE border.shapes (
    scan_id  bigint NOT NULL REFERENCES border.scans,
    face_id  text NOT NULL REFERENCES border.faces,
    parent_code text,
    inside   text[] NOT NULL,
    around   text[] NOT NULL,
    area_m2  double precision NOT NULL CHECK (area_m2 > 0),
    street_m double precision NOT NULL CHECK (street_m >= 0),
    geom     geometry(MultiPolygon, 4326) NOT NULL,
    PRIMARY KEY (scan_id, face_id)
);
CREATE INDEX shapes_face ON border.shapes (face_id, scan_id DESC);
CREATE INDEX shapes_geom ON border.shapes USING gist (geom);
COMMENT ON TABLE border.shapes IS 'Where a gap or overlap lay in a scan: the grids that share it (inside, none in a gap) and those it touches (around); parent_code is the parent grid that has a gap meanwhile.';

CREATE TABLE border.states (
    face_id    text NOT NULL REFERENCES border.faces,
    version    integer NOT NULL CHECK (version > 0),
    state      text NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'IN_WORK', 'FIXED')),
    change     text NOT NULL CHECK (change IN ('FOUND', 'CHANGED', 'FIXED', 'REOPENED')),
    team       text CHECK (length(team) <= 200),
    role       text CHECK (length(role) <= 200),
    person     text CHECK (length(person) <= 200),
    note       text CHECK (length(note) <= 4000),
    changed_by text NOT NULL,
    known      tstzrange NOT NULL CHECK (NOT isempty(known)),
    PRIMARY KEY (face_id, version),
    CONSTRAINT one_state_at_a_time EXCLUDE USING gist (face_id WITH =, known WITH &&)
);
COMMENT ON TABLE border.states IS 'Who mends a gap or overlap and how far that is. team, role and person are labels, never names. A change closes known and adds a row.';

-- What an import joined, row by row: so that its receipts can be joined again by another way.

CREATE TABLE mapdata.imports (
    id        uuid PRIMARY KEY,
    what      text NOT NULL CHECK (what IN ('incidents', 'places', 'tracks')),
    file      text NOT NULL,
    made_by   text NOT NULL,
    known_at  timestamptz NOT NULL,
    row_count bigint NOT NULL CHECK (row_count >= 0),
    repeated  bigint NOT NULL CHECK (repeated >= 0)
);
COMMENT ON TABLE mapdata.imports IS 'One row an import that stored something; known_at is the time of knowledge that all its rows were joined with.';

CREATE TABLE mapdata.import_rows (
    import_id uuid NOT NULL REFERENCES mapdata.imports,
    index     bigint NOT NULL CHECK (index >= 0),
    at        timestamptz NOT NULL,
    geom      geometry(Point, 4326) NOT NULL,
    PRIMARY KEY (import_id, index)
);
COMMENT ON TABLE mapdata.import_rows IS 'The good rows of an import: place in the file counted from 0, the time whose edition answered, and the spot. An index that is missing was no position.';

ALTER TABLE mapdata.receipts ADD COLUMN import_id uuid REFERENCES mapdata.imports;
CREATE INDEX receipts_import ON mapdata.receipts (import_id) WHERE import_id IS NOT NULL;

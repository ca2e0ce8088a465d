-- Rulings that hold for further cases.

CREATE TABLE responsibility.precedents (
    id          uuid PRIMARY KEY,
    category    text NOT NULL DEFAULT '',
    shape       geometry(Geometry, 4326) NOT NULL CHECK (ST_Dimension(shape) = 2 AND ST_IsValid(shape)),
    to_layer    text NOT NULL DEFAULT '',
    to_code     text NOT NULL,
    department  boolean NOT NULL,
    base_layer  text NOT NULL,
    base_edition text NOT NULL,
    number      text NOT NULL,
    reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
    made_at     timestamptz NOT NULL,
    made_by     text NOT NULL,
    valid       tstzrange NOT NULL CHECK (NOT isempty(valid)),
    known       tstzrange NOT NULL CHECK (NOT isempty(known))
);
CREATE INDEX precedents_shape ON responsibility.precedents USING gist (shape);
COMMENT ON TABLE responsibility.precedents IS 'Rulings that hold for further cases: in this shape, for this category (empty: any), the body that answers. base_edition is the drawing of base_layer that the ruling knew: under a newer one it waits for a confirmation and decides nothing.';
COMMENT ON COLUMN responsibility.precedents.to_code IS 'Code of a grid of to_layer, or of a department.';

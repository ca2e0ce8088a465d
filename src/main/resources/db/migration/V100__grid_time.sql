-- Every change of the register with its reason, and what an edition weighs before it is loaded.

CREATE TABLE grid.register_changes (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layer       text NOT NULL REFERENCES grid.layers,
    kind        text NOT NULL CHECK (kind IN ('ADOPT', 'CORRECT', 'RETIRE', 'MOVE')),
    edition_id  uuid NOT NULL REFERENCES grid.editions,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz,
    reason      text NOT NULL,
    actor       text NOT NULL,
    known_from  timestamptz NOT NULL
);
CREATE INDEX register_changes_layer ON grid.register_changes (layer, id);
COMMENT ON TABLE grid.register_changes IS 'What was said of which edition, why, by whom and when; insert-only.';

ALTER TABLE grid.editions ADD COLUMN vertex_count bigint CHECK (vertex_count > 0);
COMMENT ON COLUMN grid.editions.vertex_count IS 'Vertices of all its grids; null for editions adopted before this was kept.';

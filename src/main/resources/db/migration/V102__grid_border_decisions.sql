-- Recorded decisions on who owns a border, in two times like the editions.

CREATE TABLE grid.border_decisions (
    id         uuid PRIMARY KEY,
    layer      text NOT NULL REFERENCES grid.layers,
    code_a     text NOT NULL CHECK (code_a <> '' AND length(code_a) <= 64),
    code_b     text NOT NULL CHECK (code_b <> '' AND length(code_b) <= 64),
    owner      text NOT NULL,
    line       geometry(LineString, 4326) CHECK (platform.sound_shape(line, 10000)),
    subject    text NOT NULL,
    reason     text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL,
    CHECK (code_a COLLATE "C" < code_b COLLATE "C"),
    CHECK (owner IN (code_a, code_b)),
    UNIQUE (id, subject)
);
CREATE INDEX border_decisions_layer ON grid.border_decisions (layer);
COMMENT ON TABLE grid.border_decisions IS 'Who owns the border between two grids, all of it or what lies along a line; insert-only.';
COMMENT ON COLUMN grid.border_decisions.subject IS 'What is decided: layer, both codes, digest of the line. One decision a subject at a time.';

CREATE TABLE grid.border_decision_periods (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision_id uuid NOT NULL,
    subject     text NOT NULL,
    valid       tstzrange NOT NULL CHECK (NOT isempty(valid)),
    known       tstzrange NOT NULL CHECK (NOT isempty(known)),
    FOREIGN KEY (decision_id, subject) REFERENCES grid.border_decisions (id, subject),
    CONSTRAINT one_decision_at_a_time EXCLUDE USING gist (subject WITH =, valid WITH &&, known WITH &&)
);
CREATE INDEX border_decision_periods_decision ON grid.border_decision_periods (decision_id);
COMMENT ON TABLE grid.border_decision_periods IS 'When a decision holds (valid) and since when and until when the register said so (known).';

-- Later decisions: what was decided at the door stays as it was; each answer to a question and each new edition adds a row.

CREATE TABLE incident.later_decisions (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id uuid NOT NULL REFERENCES incident.incidents,
    decided_at  timestamptz NOT NULL,
    because     text NOT NULL CHECK (because IN ('ANSWER', 'EDITION')),
    actor       text NOT NULL,
    chosen      text,
    decision    jsonb NOT NULL
);
CREATE INDEX later_decisions_incident ON incident.later_decisions (incident_id, id);
COMMENT ON TABLE incident.later_decisions IS 'Decisions after the one at the door, in order; rows are only added. chosen is the grid that the reporter named.';

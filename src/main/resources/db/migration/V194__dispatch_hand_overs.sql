-- Who had a case before and why it went on, and the arbiter of a case that bounced.

CREATE TABLE dispatch.hand_overs (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id uuid NOT NULL,
    number      text NOT NULL,
    at          timestamptz NOT NULL,
    because     text NOT NULL CHECK (because IN ('RETURN', 'TRANSFER', 'MOVE', 'EDITION', 'ANSWER', 'RULING', 'ASSIGN')),
    reason      text CHECK (length(reason) <= 4000),
    actor       text NOT NULL,
    from_grid   text,
    from_person text,
    to_grid     text,
    to_person   text NOT NULL,
    bounce      boolean NOT NULL
);
CREATE INDEX hand_overs_incident ON dispatch.hand_overs (incident_id, id);
COMMENT ON TABLE dispatch.hand_overs IS 'Each change of who leads a case, with both sides. bounce: the one who had it refused it.';

CREATE TABLE dispatch.arbitrations (
    incident_id uuid PRIMARY KEY,
    number      text NOT NULL,
    asked_at    timestamptz NOT NULL,
    due         timestamptz NOT NULL,
    arbiter     text NOT NULL,
    arbiter_grid text,
    reason      text NOT NULL,
    fired_at    timestamptz,
    ended_at    timestamptz,
    ruled_by    text,
    ruling      text,
    precedent   uuid
);
CREATE INDEX arbitrations_open ON dispatch.arbitrations (due) WHERE ended_at IS NULL;
COMMENT ON TABLE dispatch.arbitrations IS 'A case that was refused twice waits for an arbiter until due; the ruling is final. ended_at without ruled_by: the case ended otherwise.';

CREATE VIEW published.hand_overs AS
SELECT h.incident_id, h.at, h.because, h.from_grid, h.to_grid, h.bounce FROM dispatch.hand_overs h;
COMMENT ON VIEW published.hand_overs IS 'Room dispatch. Each change of who leads a case, without persons. Read by evaluation: returns, hand-overs, shirking.';

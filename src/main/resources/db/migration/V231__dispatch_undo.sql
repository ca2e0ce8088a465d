-- What tasks and deadlines were before the last closing or transfer of their incident, and what was taken back since.
CREATE TABLE dispatch.undo_images (
    incident_id uuid PRIMARY KEY,
    at          timestamptz NOT NULL,
    tasks       jsonb NOT NULL,
    deadlines   jsonb NOT NULL
);
COMMENT ON TABLE dispatch.undo_images IS 'One row an incident, of its last closing or transfer: its open tasks and its deadlines as they were before.';

ALTER TABLE dispatch.tasks ADD COLUMN undone_at timestamptz;
COMMENT ON COLUMN dispatch.tasks.undone_at IS 'The task was given by a transfer that was taken back within seconds; it counts for nobody.';
ALTER TABLE dispatch.hand_overs
    ADD COLUMN undone_at timestamptz,
    DROP CONSTRAINT hand_overs_because_check,
    ADD CONSTRAINT hand_overs_because_check
        CHECK (because IN ('RETURN', 'TRANSFER', 'MOVE', 'EDITION', 'ANSWER', 'RULING', 'ASSIGN', 'UNDO'));
COMMENT ON COLUMN dispatch.hand_overs.undone_at IS 'The hand-over was taken back within seconds; a row with because UNDO says so, and neither counts.';

CREATE OR REPLACE VIEW published.tasks_given AS
SELECT t.incident_id, t.grid_code, t.team, t.part, t.state, t.started_at, t.accepted_at, t.arrived_at, t.ended_at
FROM dispatch.tasks t
WHERE t.undone_at IS NULL;
COMMENT ON VIEW published.tasks_given IS 'Room dispatch. One row a task: the team and its grid, lead or helper, and when it began and ended; none that was taken back within seconds. No persons. Read by evaluation.';

CREATE OR REPLACE VIEW published.hand_overs AS
SELECT h.incident_id, h.at, h.because, h.from_grid, h.to_grid, h.bounce
FROM dispatch.hand_overs h
WHERE h.undone_at IS NULL AND h.because <> 'UNDO';
COMMENT ON VIEW published.hand_overs IS 'Room dispatch. Each change of who leads a case, without persons and without those that were taken back within seconds. Read by evaluation: returns, hand-overs, shirking.';

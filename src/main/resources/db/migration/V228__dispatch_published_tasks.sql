-- Who was given what, and by when: for whoever counts.
CREATE VIEW published.tasks_given AS
SELECT t.incident_id, t.grid_code, t.team, t.part, t.state, t.started_at, t.accepted_at, t.arrived_at, t.ended_at
FROM dispatch.tasks t;
COMMENT ON VIEW published.tasks_given IS 'Room dispatch. One row a task: the team and its grid, lead or helper, and when it began and ended. No persons. Read by evaluation.';

CREATE VIEW published.deadlines_set AS
SELECT d.incident_id, d.kind, d.due, d.met_at, d.dropped_at FROM dispatch.deadlines d;
COMMENT ON VIEW published.deadlines_set IS 'Room dispatch. One row a deadline of an incident: by when, met when, and since when it no longer counts. Read by evaluation.';

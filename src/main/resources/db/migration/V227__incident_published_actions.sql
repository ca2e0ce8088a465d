-- Everything that happened to incidents, without a word and without persons.
CREATE VIEW published.incident_actions AS
SELECT t.id, t.incident_id, t.at, t.action, t.state,
       CASE WHEN t.action = 'TRANSFER' THEN t.detail ->> 'to' END AS target
FROM incident.timeline t;
COMMENT ON VIEW published.incident_actions IS 'Room incident. One row an action: when, what, the state after it; target is the code that a transfer named. No actor, no text. Read by evaluation: the counters of the standard.';

CREATE VIEW published.category_presence AS
SELECT v.version, v.valid_from, v.known_from, r.code AS category, r.patrol_hours, r.departments[1] AS department
FROM incident.category_rows r
JOIN incident.category_versions v ON v.version = r.version;
COMMENT ON VIEW published.category_presence IS 'Room incident. By category and version: τ, for how many hours before a public report a matter is taken to have been there for a patrol to see (null: a patrol cannot see it), and the department it goes to first. Read by evaluation.';

-- Where each incident lies by the borders that hold now.
CREATE VIEW published.incident_held AS
SELECT h.incident_id, h.layer, h.grid_code
FROM incident.incident_grids h
WHERE h.replaced_at IS NULL;
COMMENT ON VIEW published.incident_held IS 'Room incident. One row an incident and grid that holds it now, by layer. Read by wall: which district a case is in.';

CREATE INDEX incidents_closed ON incident.incidents (closed_at) WHERE closed_at IS NOT NULL;

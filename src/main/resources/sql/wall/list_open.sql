-- Purpose: every open case with the clock that hurts next and the grids that hold it
-- Parameters: layer (whose grids are the districts)
-- Output: number, category, tier, state, grid_code (of the case), lon, lat (null: no place), kind, due, warn_at, stands_at (all null: no
--   clock), district (null: outside), codes (of every grid that holds it)
-- Index relied on: incidents_open, incident_grids_pkey, deadlines_incident_id_kind_key through the views
SELECT c.number, c.category, c.tier, c.state, c.grid_code, ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat,
       d.kind, d.due, d.warn_at, d.stands_at, h.district, h.codes
FROM published.incident_life c
JOIN published.incident_points p ON p.id = c.id
LEFT JOIN LATERAL (
    SELECT r.kind, r.due, r.warn_at, r.stands_at FROM published.deadlines_running r
    WHERE r.incident_id = c.id ORDER BY r.due, r.kind LIMIT 1) d ON true
LEFT JOIN LATERAL (
    SELECT min(g.grid_code COLLATE "C") FILTER (WHERE g.layer = :layer) AS district, array_agg(g.grid_code) AS codes
    FROM published.incident_held g WHERE g.incident_id = c.id) h ON true
WHERE c.closed_at IS NULL

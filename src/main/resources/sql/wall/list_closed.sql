-- Purpose: the cases closed since an instant, for the day's count
-- Parameters: layer (whose grids are the districts), since
-- Output: district (null: outside), codes (of every grid that holds the case)
-- Index relied on: incidents_closed, incident_grids_pkey through the views
SELECT h.district, h.codes
FROM published.incident_life c
LEFT JOIN LATERAL (
    SELECT min(g.grid_code COLLATE "C") FILTER (WHERE g.layer = :layer) AS district, array_agg(g.grid_code) AS codes
    FROM published.incident_held g WHERE g.incident_id = c.id) h ON true
WHERE c.closed_at >= :since AND c.state = 'CLOSED'

-- Purpose: how many fixes of how many units there are in a window
-- Parameters: since, until
-- Output: one row: fixes, units
-- Index: track_points_t_brin of the days that the window meets
SELECT count(*) AS fixes, count(DISTINCT p.unit_id) AS units
FROM published.unit_fixes p
WHERE p.t >= CAST(:since AS timestamptz) AND p.t <= CAST(:until AS timestamptz)

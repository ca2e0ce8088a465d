-- Purpose: the cases that were open at some time of a window and lay in an area at its end, as they stood then
-- Parameters: area (GeoJSON text); since, until
-- Output: id, number, category, tier, colour, state, reported_at, closed_at, lon, lat, grid_code, lead (JSON)
-- Index: incidents_geom, rows_before_geom, rows_before_until, later_decisions_incident
WITH asked AS (
    SELECT ST_SetSRID(ST_GeomFromGeoJSON(:area), 4326) AS area, CAST(:since AS timestamptz) AS since,
           CAST(:until AS timestamptz) AS until
),
-- those that lie there now, and those that ever lay there before they were moved
near AS (
    SELECT i.id FROM published.incident_cases i, asked WHERE i.geom && asked.area AND i.reported_at <= asked.until
    UNION
    SELECT b.incident_id FROM published.incident_rows_before b, asked WHERE b.geom && asked.area AND b.until > asked.until
),
stood AS (
    SELECT n.id, n.number, n.category, n.reported_at, n.decision,
           CASE WHEN b.incident_id IS NOT NULL THEN b.tier ELSE n.tier END AS tier,
           CASE WHEN b.incident_id IS NOT NULL THEN b.colour ELSE n.colour END AS colour,
           CASE WHEN b.incident_id IS NOT NULL THEN b.state
                WHEN n.closed_at > asked.until
                    THEN coalesce((SELECT y.state FROM published.incident_story y
                                   WHERE y.incident_id = n.id AND y.at <= asked.until ORDER BY y.id DESC LIMIT 1), n.state)
                ELSE n.state END AS state,
           CASE WHEN b.incident_id IS NOT NULL THEN b.geom ELSE n.geom END AS geom,
           CASE WHEN b.incident_id IS NOT NULL THEN b.grid_code ELSE n.grid_code END AS grid_code,
           CASE WHEN b.incident_id IS NOT NULL THEN b.closed_at
                WHEN n.closed_at <= asked.until THEN n.closed_at END AS closed_at
    FROM published.incident_cases n
    JOIN near USING (id)
    CROSS JOIN asked
    LEFT JOIN LATERAL (SELECT r.* FROM published.incident_rows_before r
                       WHERE r.incident_id = n.id AND r.until > asked.until
                       ORDER BY r.until LIMIT 1) AS b ON true
    WHERE n.reported_at <= asked.until
)
SELECT s.id, s.number, s.category, s.tier, s.colour, s.state, s.reported_at, s.closed_at, ST_X(s.geom) AS lon, ST_Y(s.geom) AS lat,
       s.grid_code, coalesce(d.decision, s.decision) -> 'lead' ->> 'person' AS lead,
       coalesce(d.decision, s.decision) -> 'lead' ->> 'personEn' AS lead_en
FROM stood s
CROSS JOIN asked
LEFT JOIN LATERAL (SELECT l.decision FROM published.incident_later_decisions l
                   WHERE l.incident_id = s.id AND l.decided_at <= asked.until ORDER BY l.id DESC LIMIT 1) AS d ON true
WHERE ST_Covers(asked.area, s.geom) AND (s.closed_at IS NULL OR s.closed_at > asked.since)
ORDER BY s.reported_at, s.id

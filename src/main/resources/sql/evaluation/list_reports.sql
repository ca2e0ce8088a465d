-- Purpose: where and when the cases of a span of time were reported, and what: for the judgement by the tracks before them
-- Parameters: from (inclusive), to (exclusive), at (inclusive), source (an external source such as 12345, or null: all), jurisdiction
--   (a grid code, a division means those below it too; null: everywhere)
-- Output: id, category, channel, reported_at, lon, lat
-- Index relied on: incidents_reported through the view
SELECT c.id, c.category, c.channel, c.reported_at, ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat
FROM published.incident_life c
JOIN published.incident_points p ON p.id = c.id
WHERE c.reported_at >= :from AND c.reported_at < :to AND c.reported_at <= :at
  AND (CAST(:source AS text) IS NULL OR c.external_source = :source OR c.channel = :source)
  AND (CAST(:jurisdiction AS text) IS NULL OR EXISTS (
      SELECT 1 FROM published.incident_grids j
      WHERE j.incident_id = c.id
        AND (j.grid_code = :jurisdiction
             OR :jurisdiction ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' AND starts_with(j.grid_code, :jurisdiction))))

-- Purpose: how many cases of one source each grid of a layer had in each year or half-year
-- Parameters: from (inclusive), to (exclusive), at (inclusive), layer, source, jurisdiction (or null), zone, halves (half-years instead of years)
-- Output: grid_code (null: in no grid of the layer), period (such as 2024 or 2025H1), cases
-- Index relied on: incidents_reported, incident_grids_pkey through the views
SELECT g.grid_code,
       extract(year FROM c.reported_at AT TIME ZONE :zone)::integer::text
           || CASE WHEN NOT CAST(:halves AS boolean) THEN ''
                   WHEN extract(month FROM c.reported_at AT TIME ZONE :zone) <= 6 THEN 'H1' ELSE 'H2' END AS period,
       count(*) AS cases
FROM published.incident_life c
LEFT JOIN LATERAL (
    SELECT h.grid_code FROM published.incident_grids h
    WHERE h.incident_id = c.id AND h.layer = CAST(:layer AS text)
    ORDER BY h.placed_at, h.share DESC, h.grid_code COLLATE "C" LIMIT 1) g ON true
WHERE c.reported_at >= :from AND c.reported_at < :to AND c.reported_at <= :at
  AND (c.external_source = :source OR c.channel = :source)
  AND (CAST(:jurisdiction AS text) IS NULL OR EXISTS (
      SELECT 1 FROM published.incident_grids j
      WHERE j.incident_id = c.id
        AND (j.grid_code = :jurisdiction
             OR :jurisdiction ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' AND starts_with(j.grid_code, :jurisdiction))))
GROUP BY 1, 2
ORDER BY 1 NULLS LAST, 2

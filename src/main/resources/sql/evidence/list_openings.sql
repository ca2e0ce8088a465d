-- Purpose: the shops that are to be opened, and those that were, the running ones first, then the latest
-- Parameters: ground (WKB, null: everywhere), after (id of the last one before the page, or null), limit
-- Output: every column, cases as text
-- Index relied on: openings_order; the point of a place by its key
WITH last AS (
    SELECT (l.state = 'OPEN') AS over, l.id FROM evidence.openings l WHERE l.id = CAST(:after AS uuid)
)
SELECT o.*, o.cases::text AS cases
FROM evidence.openings o
WHERE (CAST(:after AS uuid) IS NULL
       OR (o.state = 'OPEN') > (SELECT over FROM last)
       OR (o.state = 'OPEN') = (SELECT over FROM last) AND o.id < (SELECT id FROM last))
  AND (CAST(:ground AS bytea) IS NULL
       OR EXISTS (SELECT FROM published.place_spots p
                  WHERE p.code = o.place_code AND ST_Intersects(p.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326))))
ORDER BY (o.state = 'OPEN'), o.id DESC
LIMIT :limit

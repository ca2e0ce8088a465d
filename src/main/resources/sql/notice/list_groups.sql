-- Purpose: a page of the chat groups on a ground, in the order of their codes
-- Parameters: after (code, or null), jurisdiction, codes (of it and all grids below it), ground (WKB, null: everywhere), limit
-- Output: every column
-- Index relied on: primary key of notice.groups; the point of a place by its key
SELECT g.*
FROM notice.groups g
WHERE (CAST(:after AS text) IS NULL OR g.code > CAST(:after AS text))
  AND (CAST(:ground AS bytea) IS NULL
       OR g.grid_code = ANY (CAST(:codes AS text[]))
       OR :jurisdiction ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' AND starts_with(g.grid_code, :jurisdiction)
       OR EXISTS (SELECT FROM published.place_spots p
                  WHERE p.code = g.place_code AND ST_Intersects(p.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326))))
ORDER BY g.code
LIMIT :limit

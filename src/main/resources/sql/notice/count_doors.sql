-- Purpose: find every door that a broadcast is for, once, and how it is told
-- Parameters: id (broadcast), editions (of all layers, in force now)
-- Output: row count
-- Index relied on: places_geom_gist for the boards beside a door and the doors in a stairwell; all doors are read once
WITH broadcast AS (
    SELECT b.id, b.policy, b.layer_edition, b.stairwell_edition FROM notice.broadcasts b WHERE b.id = :id
),
areas AS (
    SELECT a.geom FROM notice.broadcast_areas a WHERE a.broadcast_id = :id
),
-- stairwells that are places stand for themselves; those that are only grids stand with a spot inside
doors AS (
    SELECT h.code, h.kind, h.name_zh, h.name_en, h.households, h.geom, NULL::text AS grid_code FROM published.homes h
    UNION ALL
    SELECT s.code, 'stairwell', s.name_zh, s.name_en, s.households, s.spot, s.code
    FROM published.stairwells s
    JOIN broadcast b ON b.stairwell_edition = s.edition_id
    WHERE NOT EXISTS (
        SELECT 1 FROM published.homes h WHERE h.kind IN ('stairwell', 'building') AND ST_Covers(s.geom, h.geom))
),
affected AS (
    SELECT DISTINCT d.code FROM doors d JOIN areas a ON ST_Covers(a.geom, d.geom)
),
-- the grids of the layer that hold an affected door
wider AS (
    SELECT DISTINCT g.code, g.geom
    FROM broadcast b
    JOIN published.grid_shapes g ON g.edition_id = b.layer_edition
    JOIN doors d ON ST_Covers(g.geom, d.geom)
    JOIN affected f ON f.code = d.code
    WHERE b.policy = 'COMMUNITY'
),
told AS (
    SELECT f.code FROM affected f
    UNION
    SELECT d.code FROM doors d JOIN wider w ON ST_Covers(w.geom, d.geom)
)
INSERT INTO notice.broadcast_doors (broadcast_id, door, kind, name_zh, name_en, households, affected, group_code, board_code)
SELECT :id, d.code, d.kind, d.name_zh, d.name_en, d.households, d.code IN (SELECT code FROM affected), g.code, b.code
FROM told t
JOIN doors d ON d.code = t.code
-- its own group, else that of the smallest grid that holds it
LEFT JOIN LATERAL (
    SELECT own.code, 0 AS area
    FROM notice.groups own
    WHERE own.active AND (own.place_code = d.code OR own.grid_code = d.grid_code)
    UNION ALL
    SELECT of_grid.code, ST_Area(shape.geom)
    FROM notice.groups of_grid
    JOIN published.grid_shapes shape ON shape.code = of_grid.grid_code AND shape.edition_id = ANY (CAST(:editions AS uuid[]))
    WHERE of_grid.active AND ST_Covers(shape.geom, d.geom)
    ORDER BY 2, 1
    LIMIT 1
) AS g ON true
-- the board that hangs for this stairwell, else the nearest within 100 m
LEFT JOIN LATERAL (
    SELECT near.code
    FROM published.boards near
    WHERE near.geom && ST_Expand(d.geom, 0.0009 / greatest(0.1, cos(radians(ST_Y(d.geom)))), 0.0009)
      AND ST_DistanceSphere(near.geom, d.geom) <= 100
    ORDER BY (near.grid_code = d.grid_code) IS TRUE DESC, ST_DistanceSphere(near.geom, d.geom), near.code
    LIMIT 1
) AS b ON true;

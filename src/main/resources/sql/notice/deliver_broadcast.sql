-- Purpose: make the channels of a broadcast that is sent: each group and each board of its doors, and every board in its area
-- Parameters: id, actor
-- Output: row count
-- Index relied on: primary key of notice.broadcast_doors; places_geom_gist for the boards in the area
WITH doors AS (
    SELECT d.group_code, d.board_code, d.households, d.affected FROM notice.broadcast_doors d WHERE d.broadcast_id = :id
),
by_group AS (
    SELECT d.group_code AS code, count(*) AS doors, coalesce(sum(d.households), 0) AS households, bool_or(d.affected) AS affected
    FROM doors d WHERE d.group_code IS NOT NULL GROUP BY d.group_code
),
-- a door that has a group counts there, so that the doors of all channels add up to the doors told
by_board AS (
    SELECT d.board_code AS code, count(*) FILTER (WHERE d.group_code IS NULL) AS doors,
           coalesce(sum(d.households) FILTER (WHERE d.group_code IS NULL), 0) AS households, bool_or(d.affected) AS affected
    FROM doors d WHERE d.board_code IS NOT NULL GROUP BY d.board_code
),
inside AS (
    SELECT DISTINCT p.code
    FROM notice.broadcast_areas a
    JOIN published.boards p ON ST_Covers(a.geom, p.geom)
    WHERE a.broadcast_id = :id AND p.code NOT IN (SELECT code FROM by_board)
)
INSERT INTO notice.deliveries (broadcast_id, channel, code, name_zh, name_en, doors, households, affected, delivered_at, delivered_by)
SELECT :id, 'GROUP', g.code, n.name_zh, n.name_en, g.doors, g.households, g.affected, NULL, NULL
FROM by_group g JOIN notice.groups n ON n.code = g.code
UNION ALL
SELECT :id, 'BOARD', b.code, n.name_zh, n.name_en, b.doors, b.households, b.affected, clock_timestamp(), :actor
FROM by_board b JOIN published.boards n ON n.code = b.code
UNION ALL
SELECT :id, 'BOARD', i.code, n.name_zh, n.name_en, 0, 0, true, clock_timestamp(), :actor
FROM inside i JOIN published.boards n ON n.code = i.code;

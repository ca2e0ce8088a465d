-- Purpose: what the doors of a broadcast add up to: doors = told + no channel, households alike
-- Parameters: id
-- Output: doors, told, no_channel, affected, households, households_told, households_unknown (doors that do not say), groups, boards
-- Index relied on: primary key of notice.broadcast_doors
SELECT count(*) AS doors,
       count(*) FILTER (WHERE coalesce(d.group_code, d.board_code) IS NOT NULL) AS told,
       count(*) FILTER (WHERE coalesce(d.group_code, d.board_code) IS NULL) AS no_channel,
       count(*) FILTER (WHERE d.affected) AS affected,
       coalesce(sum(d.households), 0) AS households,
       coalesce(sum(d.households) FILTER (WHERE coalesce(d.group_code, d.board_code) IS NOT NULL), 0) AS households_told,
       count(*) FILTER (WHERE d.households IS NULL) AS households_unknown,
       count(DISTINCT d.group_code) AS groups,
       count(DISTINCT d.board_code) AS boards
FROM notice.broadcast_doors d
WHERE d.broadcast_id = :id;

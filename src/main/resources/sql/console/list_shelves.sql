-- Purpose: the shelves, open ones or one by its id
-- Parameters: id (null: all), open (true: only those that have not ended)
-- Output: columns of console.alarm_shelves
-- Index relied on: alarm_shelves_open, primary key
SELECT id, kind, grid_code, member, reason, made_at, made_by, ends_at, ended_at, ended_by, version
FROM console.alarm_shelves
WHERE (:id::uuid IS NULL OR id = :id::uuid) AND (NOT :open OR ended_at IS NULL)
ORDER BY ends_at, id;

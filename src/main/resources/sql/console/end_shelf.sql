-- Purpose: end a shelf before its time
-- Parameters: id, version, at, actor
-- (version: -1 stands for any)
-- Output: row count, 0 where it has ended or changed
-- Index relied on: primary key
UPDATE console.alarm_shelves
SET ended_at = :at, ended_by = :actor, version = version + 1
WHERE id = :id AND :version IN (-1, version) AND ended_at IS NULL;

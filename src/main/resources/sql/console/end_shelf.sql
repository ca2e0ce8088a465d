-- Purpose: end a shelf before its time
-- Parameters: id, version, at, actor
-- Output: row count, 0 where it has ended or changed
-- Index relied on: primary key
UPDATE console.alarm_shelves
SET ended_at = :at, ended_by = :actor, version = version + 1
WHERE id = :id AND version = :version AND ended_at IS NULL;

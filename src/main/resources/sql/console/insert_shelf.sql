-- Purpose: put an alarm aside until an end
-- Parameters: id, kind, gridCode, member, reason, at, actor, until
-- Output: row count
-- Index relied on: primary key
INSERT INTO console.alarm_shelves (id, kind, grid_code, member, reason, made_at, made_by, ends_at)
VALUES (:id, :kind, :gridCode, :member, :reason, :at, :actor, :until);

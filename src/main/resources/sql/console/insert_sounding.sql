-- Purpose: write down that an alarm sounded at a seat; members that somebody has acknowledged meanwhile count as acknowledged
-- Parameters: id, at, seat, actor, kind, gridCode, tier (or null), members
-- Output: row count
-- Index relied on: primary key
INSERT INTO console.alarm_soundings (id, at, seat, actor, kind, grid_code, tier, members)
VALUES (:id, :at, :seat, :actor, :kind, :gridCode, :tier, :members::text[]);

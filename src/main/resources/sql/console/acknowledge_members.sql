-- Purpose: note who acknowledged which members of an alarm first
-- Parameters: kind, members, at, seat, actor
-- Output: member of each that nobody had acknowledged before
-- Index relied on: primary key of console.alarm_acknowledgements
INSERT INTO console.alarm_acknowledgements (kind, member, at, seat, actor)
SELECT :kind, m, :at, :seat, :actor FROM (SELECT DISTINCT unnest(:members::text[]) AS m) given ORDER BY m
ON CONFLICT DO NOTHING
RETURNING member;

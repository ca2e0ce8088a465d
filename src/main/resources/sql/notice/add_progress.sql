-- Purpose: keep a post about how a case goes
-- Parameters: id, incident, kind, zh, en, eta, actor, at
-- Output: row count
-- Index relied on: none
INSERT INTO notice.progress (id, incident_id, kind, zh, en, eta, actor, at)
VALUES (?::uuid, ?::uuid, ?::text, ?::text, ?::text, ?::timestamptz, ?::text, ?::timestamptz);

-- Adds a decision to those of an incident.
-- Parameters, in order: incident_id, decided_at, because, actor, chosen, decision (JSON text). Index: none read.
INSERT INTO incident.later_decisions (incident_id, decided_at, because, actor, chosen, decision)
VALUES (?::uuid, ?::timestamptz, ?::text, ?::text, ?::text, ?::jsonb)

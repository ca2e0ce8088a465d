-- The committed events that wait for their seal, oldest first.
-- Parameters: most.
-- Output: event_id, text (canonical). Index: audit_unsealed_pkey, audit_events_pkey.
SELECT event.id AS event_id, access.canonical(event) AS text
FROM access.audit_unsealed AS waiting
JOIN access.audit_events AS event ON event.id = waiting.event_id
ORDER BY event.id
LIMIT :most

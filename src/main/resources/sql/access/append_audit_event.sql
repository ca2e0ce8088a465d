-- Writes one audit event and marks it as waiting for its seal.
-- Parameters, in order: actor, action, object, detail (JSON text).
-- Output: 1 row changed. Index: none read.
WITH event AS ( -- the event itself
    INSERT INTO access.audit_events (actor, action, object, detail)
    VALUES (?::text, ?::text, ?::text, ?::jsonb)
    RETURNING id
)
INSERT INTO access.audit_unsealed (event_id)
SELECT id FROM event

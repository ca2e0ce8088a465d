-- Writes audit events and marks them as waiting for their seal.
-- Parameters, each an array with one value a row: actor, action, object, detail (JSON text).
-- Output: the rows added. Index: none read.
WITH event AS ( -- the events themselves
    INSERT INTO access.audit_events (actor, action, object, detail)
    SELECT r.actor, r.action, r.object, r.detail::jsonb
    FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS r (actor, action, object, detail)
    RETURNING id
)
INSERT INTO access.audit_unsealed (event_id)
SELECT id FROM event

-- Writes one audit event and marks it as waiting for its seal.
-- Parameters: actor, action, object, detail (JSON text).
-- Output: 1 row changed. Index: none read.
WITH event AS ( -- the event itself
    INSERT INTO access.audit_events (actor, action, object, detail)
    VALUES (:actor, :action, :object, CAST(:detail AS jsonb))
    RETURNING id
)
INSERT INTO access.audit_unsealed (event_id)
SELECT id FROM event

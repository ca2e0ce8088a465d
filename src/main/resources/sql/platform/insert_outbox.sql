-- Adds news to the outbox, in the order given.
-- Parameters, each an array with one value a row: type, subject, payload (JSON text).
-- Output: none that is read. Index: none read.
INSERT INTO platform.outbox (type, subject, payload)
SELECT r.type, r.subject, r.payload::jsonb
FROM unnest(?::text[], ?::text[], ?::text[]) AS r (type, subject, payload)

-- Keeps the answers of requests that carried an Idempotency-Key.
-- Parameters, each an array with one value a row: actor, key, request (digest as bytea text), status, location, etag,
-- body (JSON text).
-- Output: none that is read. Index relied on: the primary key refuses a key that is used twice.
INSERT INTO platform.idempotency_keys (actor, key, request, status, location, etag, body)
SELECT r.actor, r.key, r.request::bytea, r.status::smallint, r.location, r.etag, r.body::jsonb
FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
    AS r (actor, key, request, status, location, etag, body)

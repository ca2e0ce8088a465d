-- Purpose: add seals at the end of the chain and take the marks of their events away.
-- Parameters: last (seq of the head), head (its hash in hex), events (bigint[]), hashes (text[], hex, in the same order).
-- Output: as many rows changed as events. Index: audit_seals_pkey, audit_seals_event_id_key, audit_unsealed_pkey.
WITH link AS ( -- each event with its place in the batch
    SELECT place, event_id, decode(hex, 'hex') AS hash
    FROM unnest(CAST(:events AS bigint[]), CAST(:hashes AS text[])) WITH ORDINALITY AS given (event_id, hex, place)
),
unmarked AS ( -- runs whether or not it is read
    DELETE FROM access.audit_unsealed WHERE event_id = ANY (CAST(:events AS bigint[]))
)
INSERT INTO access.audit_seals (seq, event_id, prev_hash, hash)
SELECT :last + place, event_id, lag(hash, 1, decode(:head, 'hex')) OVER (ORDER BY place), hash
FROM link

-- Adds one seal at the end of the chain.
-- Parameters (by position, in batches): seq, event_id, prev_hash, hash.
-- Output: 1 row changed. Index: audit_seals_pkey, audit_seals_event_id_key.
INSERT INTO access.audit_seals (seq, event_id, prev_hash, hash)
VALUES (?, ?, ?, ?)

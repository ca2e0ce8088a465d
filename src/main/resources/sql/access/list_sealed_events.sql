-- Every seal in order with the text of its event, or null where the event is gone.
-- Parameters: none.
-- Output: seq, event_id, prev_hash, hash, text. Index: audit_seals_pkey.
SELECT seal.seq, seal.event_id, seal.prev_hash, seal.hash,
       CASE WHEN event.id IS NOT NULL THEN access.canonical(event) END AS text
FROM access.audit_seals AS seal
LEFT JOIN access.audit_events AS event ON event.id = seal.event_id
ORDER BY seal.seq

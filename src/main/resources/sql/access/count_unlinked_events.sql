-- Events that fell out of the chain: without a seal and not waiting for one, or waiting but gone.
-- Parameters: none.
-- Output: stray, stray_id, lost, lost_id, waiting. Index: audit_seals_event_id_key, audit_unsealed_pkey, audit_events_pkey.
WITH stray AS ( -- their seal or their mark was taken away
    SELECT count(*) AS n, min(event.id) AS id
    FROM access.audit_events AS event
    WHERE NOT EXISTS (SELECT FROM access.audit_seals AS seal WHERE seal.event_id = event.id)
      AND NOT EXISTS (SELECT FROM access.audit_unsealed AS waiting WHERE waiting.event_id = event.id)
),
lost AS ( -- the event was taken away before it was sealed
    SELECT count(*) AS n, min(waiting.event_id) AS id
    FROM access.audit_unsealed AS waiting
    WHERE NOT EXISTS (SELECT FROM access.audit_events AS event WHERE event.id = waiting.event_id)
)
SELECT stray.n AS stray, stray.id AS stray_id, lost.n AS lost, lost.id AS lost_id,
       (SELECT count(*) FROM access.audit_unsealed) AS waiting
FROM stray, lost

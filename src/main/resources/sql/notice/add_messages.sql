-- Writes messages in the transaction that caused them, each if its subscription still wants it where the incident lies.
-- Parameters, each an array with one value a message: id, event, about, payload (JSON text), everywhere (true: the grid was
-- looked at already), subscription, hold (seconds for which it is held back).
-- Output: none that is read. Index relied on: primary keys of notice.subscriptions and incident.incident_grids.
INSERT INTO notice.messages (id, target_id, subscription_id, event, about, payload, next_try_at)
SELECT r.id, s.target_id, s.id, r.event, r.about, r.payload::jsonb, clock_timestamp() + make_interval(secs => r.hold)
FROM unnest(?::text[]::uuid[], ?::text[], ?::text[]::uuid[], ?::text[], ?::text[]::boolean[], ?::text[]::uuid[], ?::text[]::integer[])
    AS r (id, event, about, payload, everywhere, subscription, hold)
JOIN notice.subscriptions s ON s.id = r.subscription AND s.active
WHERE s.grid_code IS NULL OR r.everywhere OR EXISTS (
    SELECT 1 FROM published.incident_grids g WHERE g.incident_id = r.about AND g.grid_code = s.grid_code)

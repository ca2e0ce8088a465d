-- Deadlines that could not be told and are not told yet, the latest failure first. Index: deadline_failures_pkey.
SELECT f.deadline_id, d.incident_id, d.number, d.kind, d.due, f.attempts, f.error, f.first_at, f.last_at, f.parked, d.ring_at
FROM dispatch.deadline_failures f
JOIN dispatch.deadlines d ON d.id = f.deadline_id
WHERE d.met_at IS NULL AND d.dropped_at IS NULL AND (f.parked OR d.ring_at IS NOT NULL AND d.fired_at IS NULL)
ORDER BY f.last_at DESC, f.deadline_id

-- Tries a parked deadline again. Parameters: id. Output: id. Index: deadline_failures_pkey, deadlines_pkey.
WITH again AS (
    UPDATE dispatch.deadline_failures SET attempts = 0, parked = false
    WHERE deadline_id = :id AND parked
    RETURNING deadline_id
)
UPDATE dispatch.deadlines d
SET ring_at = CASE WHEN d.warned_at IS NULL THEN d.warn_at ELSE d.due END
FROM again
WHERE d.id = again.deadline_id AND d.met_at IS NULL AND d.dropped_at IS NULL AND d.fired_at IS NULL
RETURNING d.id

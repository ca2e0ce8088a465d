-- Marks the calls whose time is up with nobody there as chased, each once; rows that another server holds are left to it.
-- Parameters: most. Output: the calls. Index: whistle_calls_awaited.
UPDATE cooperation.whistle_calls
SET chased_at = clock_timestamp()
WHERE id IN (
    SELECT id FROM cooperation.whistle_calls
    WHERE arrived_at IS NULL AND ended_at IS NULL AND chased_at IS NULL AND arrive_by < clock_timestamp()
    ORDER BY arrive_by
    LIMIT :most
    FOR UPDATE SKIP LOCKED)
RETURNING *

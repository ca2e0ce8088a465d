-- Marks the open supervisions whose limit has passed, each once; rows that another server holds are left to it.
-- Parameters: most. Output: the supervisions. Index: supervisions_due.
UPDATE cooperation.supervisions
SET alarmed_at = clock_timestamp()
WHERE id IN (
    SELECT id FROM cooperation.supervisions
    WHERE ended_at IS NULL AND alarmed_at IS NULL AND due < clock_timestamp()
    ORDER BY due
    LIMIT :most
    FOR UPDATE SKIP LOCKED)
RETURNING *

-- Purpose: a message was taken by its receiver; the address works
-- Parameters: message, target
-- Output: row count
-- Index relied on: primary keys
WITH sent AS (
    UPDATE notice.messages
    SET state = 'SENT', sent_at = clock_timestamp(), tries = tries + 1, last_error = NULL, version = version + 1
    WHERE id = :message AND state = 'WAITING'
)
UPDATE notice.targets SET failures = 0, open_until = NULL
WHERE id = :target AND (failures > 0 OR open_until IS NOT NULL);

-- Purpose: a try failed: the message waits or is parked, the address counts it and may be left alone for a while
-- Parameters: message, target, why, waitMillis, dead (parked now), pauseMillis (0: the address is not left alone),
--             counts (whether the address is to blame)
-- Output: row count
-- Index relied on: primary keys
WITH failed AS (
    UPDATE notice.messages
    SET tries = tries + 1, last_error = left(:why, 500), version = version + 1,
        state = CASE WHEN CAST(:dead AS boolean) THEN 'DEAD' ELSE state END,
        next_try_at = clock_timestamp() + make_interval(secs => CAST(:waitMillis AS double precision) / 1000)
    WHERE id = :message AND state = 'WAITING'
)
UPDATE notice.targets
SET failures = failures + 1,
    open_until = CASE WHEN CAST(:pauseMillis AS double precision) > 0
        THEN clock_timestamp() + make_interval(secs => CAST(:pauseMillis AS double precision) / 1000) END
WHERE id = :target AND CAST(:counts AS boolean);

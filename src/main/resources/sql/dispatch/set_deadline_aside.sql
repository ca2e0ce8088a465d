-- Keeps a deadline aside that could not be told: tried again after 2, 4, 8 … seconds, and parked after the fifth failure.
-- Parameters: id, error. Output: parked. Index: deadline_failures_pkey, deadlines_pkey.
WITH failed AS (
    INSERT INTO dispatch.deadline_failures (deadline_id, attempts, error, first_at, last_at, parked)
    VALUES (:id, 1, :error, clock_timestamp(), clock_timestamp(), false)
    ON CONFLICT (deadline_id) DO UPDATE SET
        attempts = deadline_failures.attempts + 1,
        error = excluded.error,
        last_at = excluded.last_at,
        parked = deadline_failures.attempts + 1 >= 5
    RETURNING deadline_id, attempts, parked
),
moved AS (
    UPDATE dispatch.deadlines d
    SET ring_at = CASE WHEN NOT failed.parked
        THEN clock_timestamp() + interval '1 second' * power(2, failed.attempts) END
    FROM failed
    WHERE d.id = failed.deadline_id
)
SELECT parked FROM failed

-- Takes the instant of a change: later than that of every change before it, held until the transaction ends.
-- Output: known_at. Relies on the primary key (one row).
UPDATE responsibility.revision
SET value = value + 1, known_at = greatest(clock_timestamp(), known_at + interval '1 microsecond')
RETURNING known_at

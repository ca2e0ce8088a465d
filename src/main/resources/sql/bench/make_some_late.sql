-- Purpose: let the clocks of a fifth of the open cases have run out
-- Parameters: none
-- Output: how many cases are late now
-- Index relied on: none (the whole table is read once)
WITH chosen AS (
    SELECT id FROM incident.incidents
    WHERE closed_at IS NULL AND abs(hashtext(id::text)) % 5 = 0
),
moved AS (
    UPDATE dispatch.deadlines d
    SET due = now() - interval '20 minutes'
    FROM chosen WHERE d.incident_id = chosen.id AND d.met_at IS NULL
    RETURNING d.incident_id
),
seen AS (
    UPDATE incident.incidents i SET next_due = now() - interval '20 minutes'
    FROM chosen WHERE i.id = chosen.id
    RETURNING i.id
)
SELECT count(*) FROM seen

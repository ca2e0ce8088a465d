-- Claims a case, or takes over a claim whose holder has given no sign for some seconds; one's own stays as it is.
-- Parameters: incident, number, holder, seconds. Output: one row where it is the holder's now, none where another has it.
-- Index relied on: claims_pkey, seats_pkey.
INSERT INTO console.claims AS c (incident_id, number, holder, claimed_at)
VALUES (:incident, :number, :holder, clock_timestamp())
ON CONFLICT (incident_id) DO UPDATE SET
    claimed_at = CASE WHEN c.holder = excluded.holder THEN c.claimed_at ELSE excluded.claimed_at END,
    taken_from = CASE WHEN c.holder = excluded.holder THEN c.taken_from ELSE c.holder END,
    holder = excluded.holder
WHERE c.holder = excluded.holder
   OR NOT EXISTS (
        SELECT FROM console.seats s
        WHERE s.holder = c.holder AND s.seen_at > clock_timestamp() - make_interval(secs => :seconds))

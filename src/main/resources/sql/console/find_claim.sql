-- The claim on a case, with the last sign of its holder. Parameters: incident. Index relied on: claims_pkey, seats_pkey.
SELECT c.incident_id, c.number, c.holder, c.claimed_at, c.taken_from,
       (SELECT max(s.seen_at) FROM console.seats s WHERE s.holder = c.holder) AS seen_at
FROM console.claims c
WHERE c.incident_id = :incident

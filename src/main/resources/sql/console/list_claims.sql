-- Every claim whose holder gave a sign in the last twelve hours, with the last one; the oldest claim first.
-- Parameters: none. Index relied on: seats_seen, claims_holder.
SELECT c.incident_id, c.number, c.holder, c.claimed_at, c.taken_from, s.seen_at
FROM console.claims c
JOIN (SELECT holder, max(seen_at) AS seen_at
      FROM console.seats
      WHERE seen_at > clock_timestamp() - interval '12 hours'
      GROUP BY holder) AS s ON s.holder = c.holder
ORDER BY c.claimed_at, c.incident_id

-- The consoles that gave a sign of life in the last seconds. Parameters: seconds. Index relied on: seats_seen.
SELECT holder, seat, incident_id, opened_at, seen_at
FROM console.seats
WHERE seen_at > clock_timestamp() - make_interval(secs => :seconds)
ORDER BY holder, seat

-- The deadlines that want telling now, the longest waiting first. Parameters: most. Index: deadlines_ringing.
SELECT id FROM dispatch.deadlines WHERE ring_at <= clock_timestamp() ORDER BY ring_at LIMIT :most

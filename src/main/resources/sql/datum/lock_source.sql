-- Purpose: the watch of one source, held until the end of the transaction; a new source gets an empty row first
-- Parameters: source, tag, state (JSON text of an empty watch)
-- Output: state, verdict; one row
-- Index relied on: primary key of datum.sources
INSERT INTO datum.sources AS s (source, tag, verdict, reports, spots, state)
VALUES (:source, :tag, 'TOO_FEW', 0, 0, CAST(:state AS jsonb))
ON CONFLICT (source, tag) DO UPDATE SET last_seen = clock_timestamp()
RETURNING s.state::text AS state, s.verdict;

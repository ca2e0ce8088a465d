-- Purpose: every source that the guard watches, the suspect ones first
-- Parameters: none
-- Output: source, tag, verdict, doubt, east_m, north_m, score, reports, spots, first_seen, last_seen, suspect_since
-- Index relied on: none (one row a device or file)
SELECT source, tag, verdict, doubt, east_m, north_m, score, reports, spots, first_seen, last_seen, suspect_since
FROM datum.sources
ORDER BY verdict <> 'SUSPECT', source, tag;

-- Purpose: store what the watch of a source has come to
-- Parameters: source, tag, verdict, doubt, east, north, score, reports, spots, state (JSON text)
-- Output: row count
-- Index relied on: primary key of datum.sources
UPDATE datum.sources
SET verdict = :verdict, doubt = :doubt, east_m = :east, north_m = :north, score = :score, reports = :reports,
    spots = :spots, state = CAST(:state AS jsonb), last_seen = clock_timestamp(),
    suspect_since = CASE WHEN :verdict = 'SUSPECT' THEN coalesce(suspect_since, clock_timestamp()) END
WHERE source = :source AND tag = :tag;

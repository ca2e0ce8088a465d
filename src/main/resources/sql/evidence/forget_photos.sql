-- Purpose: forget the photos of cases that were over before an instant; their files are removed as files that no row speaks of
-- Parameters: before
-- Output: row count
-- Index relied on: photos_incident; incidents of the view by their key
DELETE FROM evidence.photos p
USING published.incident_life i
WHERE i.id = p.incident_id AND i.closed_at < CAST(:before AS timestamptz)

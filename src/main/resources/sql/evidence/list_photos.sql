-- Purpose: the photos of one incident or held report, in the order they were added, with what the cameras wrote
-- Parameters: incident (or null), held (or null), exactly one of them. Output: photo columns, exif_taken_at, exif_lon, exif_lat
-- Index: photos_incident or photos_held, photo_metadata_pkey
SELECT p.id, p.incident_id, p.purpose, p.state, p.bytes, p.width, p.height, p.added_at, p.added_by, p.taken_at, p.lon,
       p.lat, p.accuracy_m, p.distance_m, p.far, p.threshold_m, m.taken_at AS exif_taken_at, m.lon AS exif_lon,
       m.lat AS exif_lat
FROM evidence.photos p
LEFT JOIN evidence.photo_metadata m ON m.photo_id = p.id
WHERE p.incident_id = CAST(:incident AS uuid) OR p.held_id = CAST(:held AS uuid)
ORDER BY p.id

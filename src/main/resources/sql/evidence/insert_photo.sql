-- Purpose: store a photo's row after its file; one that was PENDING with this id is filled
-- Parameters: id, incident (or null), held (or null), purpose, state, bytes, width, height, sha256 (null while PENDING),
--   addedBy, takenAt (text or null), lon, lat, accuracy, distance, threshold (null where unknown), far
-- Output: row count, 0 where the id belongs to another owner or is STORED
-- Index: photos_pkey
INSERT INTO evidence.photos AS held (id, incident_id, held_id, purpose, state, bytes, width, height, sha256, added_by,
    taken_at, lon, lat, accuracy_m, distance_m, threshold_m, far)
VALUES (:id, CAST(:incident AS uuid), CAST(:held AS uuid), :purpose, :state, CAST(:bytes AS integer),
    CAST(:width AS integer), CAST(:height AS integer), CAST(:sha256 AS text), :addedBy, CAST(:takenAt AS timestamptz),
    CAST(:lon AS double precision), CAST(:lat AS double precision), CAST(:accuracy AS double precision),
    CAST(:distance AS double precision), CAST(:threshold AS double precision), :far)
ON CONFLICT (id) DO UPDATE
SET state = excluded.state, bytes = excluded.bytes, width = excluded.width, height = excluded.height,
    sha256 = excluded.sha256, lon = excluded.lon, lat = excluded.lat, accuracy_m = excluded.accuracy_m,
    distance_m = excluded.distance_m, threshold_m = excluded.threshold_m, far = excluded.far
WHERE held.state = 'PENDING'
  AND held.incident_id IS NOT DISTINCT FROM excluded.incident_id
  AND held.held_id IS NOT DISTINCT FROM excluded.held_id

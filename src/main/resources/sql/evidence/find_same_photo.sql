-- Purpose: the photo of an owner with the same pixels of which the same was said: sent again after a lost answer
-- Parameters: incident (or null), held (or null), purpose, sha256, lon, lat, takenAt (text; the last three null where not said)
-- Output: id; no row where there is none
-- Index: photos_incident, photos_held
SELECT id FROM evidence.photos
WHERE (incident_id = CAST(:incident AS uuid) OR held_id = CAST(:held AS uuid))
  AND state = 'STORED' AND purpose = :purpose AND sha256 = :sha256
  AND lon IS NOT DISTINCT FROM CAST(:lon AS double precision)
  AND lat IS NOT DISTINCT FROM CAST(:lat AS double precision)
  AND taken_at IS NOT DISTINCT FROM CAST(:takenAt AS timestamptz)
ORDER BY id
LIMIT 1

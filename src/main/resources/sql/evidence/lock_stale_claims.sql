-- Purpose: claims that wait to be judged, held until the end of the transaction; those that another server judges are left out
-- Parameters: incident (or null: of any), most. Output: id, action, unit, claimed_at, lon, lat, accuracy_m
-- Index: claims_stale or claims_incident
SELECT id, action, unit, claimed_at, lon, lat, accuracy_m
FROM evidence.claims
WHERE stale AND (CAST(:incident AS uuid) IS NULL OR incident_id = CAST(:incident AS uuid))
ORDER BY acted_at
LIMIT :most
FOR UPDATE SKIP LOCKED

-- Ends an open arbitration, by a ruling or because the incident ended. Parameters, in order: incident_id, ended_at, ruled_by,
-- ruling, precedent. Index: arbitrations_pkey.
UPDATE dispatch.arbitrations a
SET ended_at = g.ended_at, ruled_by = g.ruled_by, ruling = g.ruling, precedent = g.precedent
FROM (SELECT ?::uuid AS incident_id, ?::timestamptz AS ended_at, ?::text AS ruled_by, ?::text AS ruling, ?::uuid AS precedent) g
WHERE a.incident_id = g.incident_id AND a.ended_at IS NULL

-- Purpose: write down a claim of having been at a place; where none was named it is the incident's own
-- Parameters in order: id, action, actor, unit (or null), acted at, claimed at, lon, lat (both or null), accuracy, incident
-- Output: row count
-- Index: incidents_pkey
INSERT INTO evidence.claims (id, incident_id, action, actor, unit, acted_at, claimed_at, lon, lat, accuracy_m, place_of)
SELECT claim.id, i.id, claim.action, claim.actor, claim.unit, claim.acted_at, claim.claimed_at,
       coalesce(claim.lon, ST_X(i.geom)), coalesce(claim.lat, ST_Y(i.geom)), claim.accuracy,
       CASE WHEN claim.lon IS NULL THEN 'INCIDENT' ELSE 'CLAIM' END
FROM (VALUES (?::uuid, ?::text, ?::text, ?::text, ?::timestamptz, ?::timestamptz, ?::double precision,
              ?::double precision, ?::double precision, ?::uuid))
     AS claim (id, action, actor, unit, acted_at, claimed_at, lon, lat, accuracy, incident_id)
JOIN published.incident_points i ON i.id = claim.incident_id

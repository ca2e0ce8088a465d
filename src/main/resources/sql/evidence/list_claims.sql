-- Purpose: the claims of an incident in the order they were made
-- Parameters: incident. Output: every column, figures and parameters as text
-- Index: claims_incident
SELECT id, action, actor, unit, acted_at, claimed_at, lon, lat, accuracy_m, place_of, verdict, reason,
       figures::text AS figures, parameters::text AS parameters, judged_at, judgements
FROM evidence.claims
WHERE incident_id = :incident
ORDER BY acted_at, id

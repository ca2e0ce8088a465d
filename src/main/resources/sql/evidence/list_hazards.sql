-- Purpose: the hazards measured at an incident, in their order
-- Parameters: incident. Output: every column, the zone as GeoJSON text
-- Index: hazards_incident
SELECT id, measure, value, unit, tier, colour, hidden, ST_AsGeoJSON(zone, 7) AS zone, note, noted_by, noted_at, check_due,
       checked_at, checked_by, safe, result
FROM evidence.hazards
WHERE incident_id = :incident
ORDER BY noted_at, id

-- Purpose: store a measured hazard with the ground to keep away from, a disc round the incident's place
-- Parameters: id, incident, measure, value, unit, tier, colour, hidden, meters, note, actor, checkHours (null: none)
-- Output: row count, 0 where there is no such incident
-- Index: incidents_pkey
INSERT INTO evidence.hazards (id, incident_id, measure, value, unit, tier, colour, hidden, zone, note, noted_by, noted_at,
                              check_due)
SELECT :id, i.id, :measure, :value, :unit, :tier, :colour, :hidden,
       ST_Buffer(i.geom::geography, :meters)::geometry, CAST(:note AS text), :actor, clock_timestamp(),
       clock_timestamp() + CAST(:checkHours AS integer) * interval '1 hour'
FROM published.incident_points i
WHERE i.id = :incident

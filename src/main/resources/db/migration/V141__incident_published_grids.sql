-- The grids recorded for each incident, for a check by another way.
CREATE VIEW published.incident_grids AS
SELECT h.incident_id, i.number, i.geom, h.layer, h.grid_code, h.edition, h.share,
       CASE WHEN jsonb_typeof(i.location -> 'accuracyMeters') = 'number'
            THEN (i.location ->> 'accuracyMeters')::double precision ELSE 0 END AS accuracy_m
FROM incident.incident_grids h
JOIN incident.incidents i ON i.id = h.incident_id;
COMMENT ON VIEW published.incident_grids IS 'Room incident. The grids recorded for each incident, by layer and edition, with the spot and the accuracy it was reported with. Read by mapdata: recorded grids are checked by a join in the database.';

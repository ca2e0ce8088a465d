-- One incident, locked until the transaction ends, with what an answer to its question needs.
-- Parameters: id. Index: incidents_pkey, incident_grids_pkey, later_decisions_incident.
SELECT i.id, i.number, i.state, i.tier, i.version, i.category, i.channel, i.occurred_at, ST_X(i.geom) AS lon, ST_Y(i.geom) AS lat,
       coalesce((i.location ->> 'accuracyMeters')::double precision, 0) AS accuracy_m, i.first_receiver,
       i.decision ->> 'locatedBy' AS located_by,
       coalesce((SELECT d.chosen FROM incident.later_decisions d
                 WHERE d.incident_id = i.id AND d.chosen IS NOT NULL ORDER BY d.id DESC LIMIT 1),
                i.location ->> 'gridCode') AS chosen,
       i.decision -> 'question' ->> 'en' IS NOT NULL AS asked,
       ARRAY(SELECT g.grid_code FROM incident.incident_grids g
             WHERE g.incident_id = i.id AND g.replaced_at IS NULL) AS codes
FROM incident.incidents i
WHERE i.id = :id
FOR UPDATE OF i

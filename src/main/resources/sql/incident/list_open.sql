-- The open incidents that no grid of an edition holds, with the codes of the grids of its layer that hold them now.
-- Parameters: layer, edition, since (only those reported from then on; null: all). Index: incidents_open,
-- incident_grids_pkey, later_decisions_incident.
SELECT i.id, i.number, i.state, i.tier, i.version, i.category, ST_X(i.geom) AS lon, ST_Y(i.geom) AS lat,
       coalesce((i.location ->> 'accuracyMeters')::double precision, 0) AS accuracy_m, i.first_receiver, i.decision ->> 'owner' AS owner,
       coalesce((SELECT d.chosen FROM incident.later_decisions d
                 WHERE d.incident_id = i.id AND d.chosen IS NOT NULL ORDER BY d.id DESC LIMIT 1),
                i.location ->> 'gridCode') AS chosen,
       ARRAY(SELECT g.grid_code FROM incident.incident_grids g
             WHERE g.incident_id = i.id AND g.layer = :layer AND g.replaced_at IS NULL) AS codes
FROM incident.incidents i
WHERE i.closed_at IS NULL
  AND (:since::timestamptz IS NULL OR i.reported_at >= :since::timestamptz)
  AND NOT EXISTS (
        SELECT FROM incident.incident_grids g
        WHERE g.incident_id = i.id AND g.layer = :layer AND g.edition = :edition AND g.replaced_at IS NULL)
ORDER BY i.id

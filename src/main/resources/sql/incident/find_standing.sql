-- What other rooms need to know of one incident, with the grids that hold it now.
-- Parameters: id. Index: incidents_pkey, incident_grids_pkey.
SELECT i.id, i.number, i.state, i.tier, i.colour, i.version, i.category, i.description, i.occurred_at, i.reported_at,
       i.controlled_at, i.closed_at,
       coalesce((SELECT jsonb_agg(jsonb_build_object('layer', g.layer, 'gridCode', g.grid_code, 'edition', g.edition,
                                                     'share', g.share) ORDER BY g.layer, g.share DESC, g.grid_code)
                 FROM incident.incident_grids g
                 WHERE g.incident_id = i.id AND g.replaced_at IS NULL), '[]') AS grids
FROM incident.incidents i
WHERE i.id = :id

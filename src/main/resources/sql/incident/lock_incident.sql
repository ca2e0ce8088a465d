-- One incident, locked against other changes until the transaction ends, with the grids that hold it now.
-- Parameters: id. Index: incidents_pkey, incident_grids_pkey.
SELECT i.id, i.number, i.state, i.tier, i.version, i.category, i.reported_at, i.next_due, i.grid_code, i.reopenings,
       i.controlled_at IS NOT NULL AS controlled, i.parked_until IS NOT NULL AS parked, i.held, i.revisit_result, i.closed_at,
       ARRAY(SELECT g.grid_code FROM incident.incident_grids g
             WHERE g.incident_id = i.id AND g.replaced_at IS NULL) AS grid_codes
FROM incident.incidents i
WHERE i.id = :id
FOR UPDATE OF i

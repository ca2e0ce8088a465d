-- One incident with all that is stored in its row.
-- Parameters: id. Index: incidents_pkey, incident_grids_pkey, later_decisions_incident.
SELECT i.id, i.number, i.state, i.tier, i.colour, i.version, i.category, i.description, i.channel,
       ST_X(i.geom) AS lon, ST_Y(i.geom) AS lat, i.grid_code,
       i.matter_class, i.parked_until, i.supervised, i.held, i.quick_fix, i.merged_into,
       i.occurred_at, i.reported_at, i.closed_at, i.next_due, i.controlled_at,
       i.closed_at IS NULL AND coalesce(i.next_due < now(), false) AS overdue,
       coalesce(n.decision, i.decision) -> 'lead' AS lead,
       coalesce(n.decision, i.decision) -> 'helpers' AS helpers, i.decision,
       i.feedback_at, i.revisited_at, i.revisit_result, i.satisfaction, i.reopened_at, i.reopenings, i.root_cause, i.closed_how,
       i.external_source, i.external_number,
       i.location AS reported_location, i.attributes, i.first_receiver, i.reporter_name, i.reporter_phone,
       i.answers::text AS answers,
       coalesce((SELECT jsonb_agg(jsonb_build_object('layer', g.layer, 'gridCode', g.grid_code, 'edition', g.edition,
                                                     'share', g.share) ORDER BY g.layer, g.share DESC, g.grid_code)
                 FROM incident.incident_grids g
                 WHERE g.incident_id = i.id AND g.replaced_at IS NULL), '[]') AS grids
FROM incident.incidents i
-- the decision that holds now, where there is one after that at the door
LEFT JOIN LATERAL (SELECT d.decision FROM incident.later_decisions d
                   WHERE d.incident_id = i.id ORDER BY d.id DESC LIMIT 1) AS n ON true
WHERE i.id = :id

-- A page of incidents, the latest first.
-- Parameters: states, grid, layer, west/south/east/north, category, since (null: do not narrow), overdue, beforeTime and
-- beforeId (where the page before ended, or null), rows. Index: incidents_reported; incident_grids_pkey, later_decisions_incident.
SELECT i.id, i.number, i.state, i.tier, i.colour, i.version, i.category, i.description, i.channel,
       ST_X(i.geom) AS lon, ST_Y(i.geom) AS lat, i.grid_code,
       i.matter_class, i.parked_until, i.supervised, i.held, i.quick_fix, i.merged_into,
       i.occurred_at, i.reported_at, i.closed_at, i.next_due,
       i.closed_at IS NULL AND coalesce(i.next_due < now(), false) AS overdue,
       coalesce(n.decision, i.decision) -> 'lead' AS lead,
       coalesce((SELECT jsonb_agg(jsonb_build_object('layer', g.layer, 'gridCode', g.grid_code, 'edition', g.edition,
                                                     'share', g.share) ORDER BY g.layer, g.share DESC, g.grid_code)
                 FROM incident.incident_grids g
                 WHERE g.incident_id = i.id AND g.replaced_at IS NULL), '[]') AS grids
FROM incident.incidents i
-- the decision that holds now, where there is one after that at the door
LEFT JOIN LATERAL (SELECT d.decision FROM incident.later_decisions d
                   WHERE d.incident_id = i.id ORDER BY d.id DESC LIMIT 1) AS n ON true
WHERE (:states::text[] IS NULL OR i.state = ANY (:states::text[]))
  AND (:category::text IS NULL OR i.category = :category::text)
  AND (:since::timestamptz IS NULL OR i.reported_at >= :since::timestamptz)
  AND (:west::float8 IS NULL OR i.geom && ST_MakeEnvelope(:west::float8, :south::float8, :east::float8, :north::float8, 4326))
  AND (:beforeTime::timestamptz IS NULL OR (i.reported_at, i.id) < (:beforeTime::timestamptz, :beforeId::uuid))
  AND (NOT :overdue OR (i.closed_at IS NULL AND i.next_due < now()))
  AND (:grid::text IS NULL OR EXISTS (
        SELECT FROM incident.incident_grids g
        WHERE g.incident_id = i.id AND g.replaced_at IS NULL AND g.grid_code = :grid::text
          AND (:layer::text IS NULL OR g.layer = :layer::text)))
  AND (:layer::text IS NULL OR EXISTS (
        SELECT FROM incident.incident_grids g
        WHERE g.incident_id = i.id AND g.replaced_at IS NULL AND g.layer = :layer::text))
ORDER BY i.reported_at DESC, i.id DESC
LIMIT :rows

-- The open incidents of a colour, the oldest first, with what is being done together about each.
-- Parameters: colour, grids (codes; null: everywhere), after (an id; null: from the first), rows.
-- Index: incidents_pkey, incident_grids_code, joint_tasks_incident, deliberations_incident, whistle_calls_incident.
SELECT i.id AS incident_id, i.number, i.category, i.colour, i.tier, i.state, i.grid_code, i.reported_at,
       (SELECT count(*)::integer FROM cooperation.joint_tasks t
        WHERE t.incident_id = i.id AND t.kind = 'LEADER') AS leader_tasks,
       (SELECT count(*)::integer FROM cooperation.deliberations d WHERE d.incident_id = i.id) AS deliberations,
       (SELECT count(*)::integer FROM cooperation.whistle_calls w WHERE w.incident_id = i.id) AS whistles
FROM published.incident_life i
WHERE i.closed_at IS NULL AND i.colour = :colour
  AND (:after::uuid IS NULL OR i.id > :after::uuid)
  AND (:grids::text[] IS NULL OR i.grid_code = ANY (:grids::text[]))
ORDER BY i.id
LIMIT :rows

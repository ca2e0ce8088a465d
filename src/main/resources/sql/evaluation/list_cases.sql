-- Purpose: the cases reported in a span of time with all that happened to them up to an instant
-- Parameters: from (inclusive), to (exclusive), at (inclusive: nothing later is seen), layer (of the grid, or null), source (an
--   external source such as 12345, or null: all)
-- Output: id, number, category, channel, tier, reported_at, first_receiver, quick_fix, lon, lat, satisfaction (null: not
--   asked, or later than at), grid_code (where it lay when it was placed; null: in no grid of the layer), steps, leads and clocks
--   (JSON arrays of arrays: [seconds, action, state, target], [grid code, team, started, ended], [kind, due, met]), called (first
--   department that was whistled for); in the order of the numbers
-- Index relied on: incidents_reported, timeline_incident, tasks_incident, incident_grids_pkey through the views
SELECT c.id, c.number, c.category, c.channel, c.tier, c.reported_at, c.first_receiver, c.quick_fix,
       ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat,
       CASE WHEN c.revisited_at <= :at THEN c.satisfaction END AS satisfaction,
       g.grid_code, s.steps::text AS steps, t.leads::text AS leads, d.clocks::text AS clocks, w.department AS called
FROM published.incident_life c
JOIN published.incident_points p ON p.id = c.id
LEFT JOIN LATERAL (
    SELECT h.grid_code FROM published.incident_grids h
    WHERE h.incident_id = c.id AND h.layer = CAST(:layer AS text)
    ORDER BY h.placed_at, h.share DESC, h.grid_code COLLATE "C" LIMIT 1) g ON true
LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(extract(epoch FROM a.at), a.action, a.state, a.target) ORDER BY a.at, a.id) AS steps
    FROM published.incident_actions a WHERE a.incident_id = c.id AND a.at <= :at) s ON true
LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(x.grid_code, x.team, extract(epoch FROM x.started_at),
                                       CASE WHEN x.ended_at <= :at THEN extract(epoch FROM x.ended_at) END)
                     ORDER BY x.started_at, x.grid_code, x.team) AS leads
    FROM published.tasks_given x WHERE x.incident_id = c.id AND x.part = 'LEAD' AND x.started_at <= :at) t ON true
LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(x.kind, extract(epoch FROM x.due),
                                       CASE WHEN x.met_at <= :at THEN extract(epoch FROM x.met_at) END)
                     ORDER BY x.kind) AS clocks
    FROM published.deadlines_set x
    WHERE x.incident_id = c.id AND (x.dropped_at IS NULL OR x.dropped_at > :at)) d ON true
LEFT JOIN LATERAL (
    SELECT x.department FROM published.whistle_calls x
    WHERE x.incident_id = c.id AND x.called_at <= :at ORDER BY x.called_at, x.department LIMIT 1) w ON true
WHERE c.reported_at >= :from AND c.reported_at < :to AND c.reported_at <= :at
  AND (CAST(:source AS text) IS NULL OR c.external_source = :source OR c.channel = :source)
ORDER BY c.number

-- Purpose: the cases reported in a span of time with all that happened to them up to an instant
-- Parameters: from (inclusive), to (exclusive), at (inclusive: nothing later is seen), layer (of the grid, or null), source (an
--   external source such as 12345, or null: all), jurisdiction
--   (a grid code, a division means those below it too; null: everywhere)
-- Output: id, number, category, channel, tier, reported_at, first_receiver, quick_fix, lon, lat, satisfaction (null: not
--   asked, or later than at), grid_code (where it lay when it was placed; null: in no grid of the layer), steps, leads and clocks
--   (JSON arrays of arrays: [seconds, action, state, target], [grid code, team, started, ended], [kind, due, met]), called (first
--   department that was whistled for); in the order of the numbers
-- Index relied on: incidents_reported, timeline_incident, tasks_incident, incident_grids_pkey through the views. Each kind of
--   row is gathered once for all cases, so that a year of a city is read by whole tables and a day of it by these indexes
WITH wanted AS MATERIALIZED (
    SELECT c.id, c.number, c.category, c.channel, c.tier, c.reported_at, c.first_receiver, c.quick_fix,
           ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat,
           CASE WHEN c.revisited_at <= :at THEN c.satisfaction END AS satisfaction
    FROM published.incident_life c
    JOIN published.incident_points p ON p.id = c.id
    WHERE c.reported_at >= :from AND c.reported_at < :to AND c.reported_at <= :at
      AND (CAST(:source AS text) IS NULL OR c.external_source = :source OR c.channel = :source)
  AND (CAST(:jurisdiction AS text) IS NULL OR EXISTS (
      SELECT 1 FROM published.incident_grids j
      WHERE j.incident_id = c.id
        AND (j.grid_code = :jurisdiction
             OR :jurisdiction ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' AND starts_with(j.grid_code, :jurisdiction))))
),
placed AS (
    SELECT DISTINCT ON (h.incident_id) h.incident_id, h.grid_code
    FROM wanted JOIN published.incident_grids h ON h.incident_id = wanted.id
    WHERE h.layer = CAST(:layer AS text)
    ORDER BY h.incident_id, h.placed_at, h.share DESC, h.grid_code COLLATE "C"
),
done AS (
    SELECT a.incident_id,
           json_agg(json_build_array(extract(epoch FROM a.at), a.action, a.state, a.target) ORDER BY a.at, a.id)::text AS steps
    FROM wanted JOIN published.incident_actions a ON a.incident_id = wanted.id
    WHERE a.at <= :at
    GROUP BY a.incident_id
),
led AS (
    SELECT x.incident_id,
           json_agg(json_build_array(x.grid_code, x.team, extract(epoch FROM x.started_at),
                                     CASE WHEN x.ended_at <= :at THEN extract(epoch FROM x.ended_at) END)
                    ORDER BY x.started_at, x.grid_code, x.team)::text AS leads
    FROM wanted JOIN published.tasks_given x ON x.incident_id = wanted.id
    WHERE x.part = 'LEAD' AND x.started_at <= :at
    GROUP BY x.incident_id
),
timed AS (
    SELECT x.incident_id,
           json_agg(json_build_array(x.kind, extract(epoch FROM x.due),
                                     CASE WHEN x.met_at <= :at THEN extract(epoch FROM x.met_at) END)
                    ORDER BY x.kind)::text AS clocks
    FROM wanted JOIN published.deadlines_set x ON x.incident_id = wanted.id
    WHERE x.dropped_at IS NULL OR x.dropped_at > :at
    GROUP BY x.incident_id
),
called AS (
    SELECT DISTINCT ON (x.incident_id) x.incident_id, x.department
    FROM wanted JOIN published.whistle_calls x ON x.incident_id = wanted.id
    WHERE x.called_at <= :at
    ORDER BY x.incident_id, x.called_at, x.department
)
SELECT w.*, placed.grid_code, done.steps, led.leads, timed.clocks, called.department AS called
FROM wanted w
LEFT JOIN placed ON placed.incident_id = w.id
LEFT JOIN done ON done.incident_id = w.id
LEFT JOIN led ON led.incident_id = w.id
LEFT JOIN timed ON timed.incident_id = w.id
LEFT JOIN called ON called.incident_id = w.id
ORDER BY w.number

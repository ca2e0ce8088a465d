-- Purpose: the cases that were open at an instant, each as it stood then
-- Parameters: at; recorded (since when every change is kept; before that the state is that of the timeline)
-- Output: one row a case with the columns of a list; lead and matches are JSON
-- Index: incidents_open and incidents_closed (which cases), rows_before_until, timeline_incident, incident_grids_pkey,
--   later_decisions_incident
WITH asked AS (
    SELECT CAST(:at AS timestamptz) AS at, CAST(:recorded AS timestamptz) AS recorded
),
-- open now, or closed since: among these are all that were open then
near AS (
    SELECT i.* FROM published.incident_cases i, asked WHERE i.closed_at IS NULL AND i.reported_at <= asked.at
    UNION ALL
    SELECT i.* FROM published.incident_cases i, asked WHERE i.closed_at > asked.at AND i.reported_at <= asked.at
),
-- the row as it stood: the one before the first change after the instant, else the present one
stood AS (
    SELECT n.id, n.number, n.category, n.description, n.channel, n.occurred_at, n.reported_at, n.quick_fix, n.decision,
           b.incident_id IS NOT NULL AS kept,
           CASE WHEN b.incident_id IS NOT NULL THEN b.version ELSE n.version END AS version,
           CASE WHEN b.incident_id IS NOT NULL THEN b.state ELSE n.state END AS state,
           CASE WHEN b.incident_id IS NOT NULL THEN b.tier ELSE n.tier END AS tier,
           CASE WHEN b.incident_id IS NOT NULL THEN b.colour ELSE n.colour END AS colour,
           CASE WHEN b.incident_id IS NOT NULL THEN b.matter_class ELSE n.matter_class END AS matter_class,
           CASE WHEN b.incident_id IS NOT NULL THEN b.geom ELSE n.geom END AS geom,
           CASE WHEN b.incident_id IS NOT NULL THEN b.grid_code ELSE n.grid_code END AS grid_code,
           CASE WHEN b.incident_id IS NOT NULL THEN b.closed_at ELSE n.closed_at END AS closed_at,
           CASE WHEN b.incident_id IS NOT NULL THEN b.next_due ELSE n.next_due END AS next_due,
           CASE WHEN b.incident_id IS NOT NULL THEN b.parked_until ELSE n.parked_until END AS parked_until,
           CASE WHEN b.incident_id IS NOT NULL THEN b.supervised ELSE n.supervised END AS supervised,
           CASE WHEN b.incident_id IS NOT NULL THEN b.held ELSE n.held END AS held
    FROM near n
    CROSS JOIN asked
    LEFT JOIN LATERAL (SELECT r.* FROM published.incident_rows_before r
                       WHERE r.incident_id = n.id AND r.until > asked.at
                       ORDER BY r.until LIMIT 1) AS b ON true
)
SELECT s.id, s.number, s.version, s.tier, s.colour, s.matter_class, s.category, s.description, s.channel,
       -- a row that was loaded, or that changed before changes were kept, has only its timeline to say
       CASE WHEN s.kept OR (s.closed_at IS NULL AND asked.at >= asked.recorded) THEN s.state
            ELSE coalesce((SELECT y.state FROM published.incident_story y
                           WHERE y.incident_id = s.id AND y.at <= asked.at ORDER BY y.id DESC LIMIT 1), s.state) END AS state,
       ST_X(s.geom) AS lon, ST_Y(s.geom) AS lat, s.grid_code, s.parked_until, s.supervised, s.held, s.occurred_at, s.reported_at,
       s.next_due, coalesce(s.next_due < asked.at, false) AS overdue,
       coalesce(d.decision, s.decision) -> 'lead' AS lead,
       coalesce((SELECT jsonb_agg(jsonb_build_object('layer', g.layer, 'gridCode', g.grid_code, 'edition', g.edition,
                                                     'share', g.share) ORDER BY g.layer, g.share DESC, g.grid_code)
                 FROM published.incident_stays g
                 WHERE g.incident_id = s.id AND g.placed_at <= asked.at
                   AND (g.replaced_at IS NULL OR g.replaced_at > asked.at)), '[]') AS matches
FROM stood s
CROSS JOIN asked
-- the decision that held then
LEFT JOIN LATERAL (SELECT l.decision FROM published.incident_later_decisions l
                   WHERE l.incident_id = s.id AND l.decided_at <= asked.at ORDER BY l.id DESC LIMIT 1) AS d ON true
WHERE CASE WHEN s.kept THEN s.closed_at IS NULL ELSE s.closed_at IS NULL OR s.closed_at > asked.at END
ORDER BY s.id

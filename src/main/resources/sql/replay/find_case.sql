-- Purpose: one case as it stood at an instant, whether it was open then or not; no row when there is none or it was not
--   reported yet
-- Parameters: id; at; recorded (as list_cases)
-- Output: the columns of list_cases, with closed_at, merged_into, controlled_at, first_receiver, and as JSON: helpers,
--   decision (the one at the door), later_decisions
-- Index: incidents_pkey, rows_before_until, timeline_incident, incident_grids_pkey, later_decisions_incident
WITH asked AS (
    SELECT CAST(:at AS timestamptz) AS at, CAST(:recorded AS timestamptz) AS recorded
),
stood AS (
    SELECT n.id, n.number, n.category, n.description, n.channel, n.occurred_at, n.reported_at, n.quick_fix, n.decision,
           n.first_receiver,
           b.incident_id IS NOT NULL AS kept,
           CASE WHEN b.incident_id IS NOT NULL THEN b.version ELSE n.version END AS version,
           CASE WHEN b.incident_id IS NOT NULL THEN b.state ELSE n.state END AS state,
           CASE WHEN b.incident_id IS NOT NULL THEN b.tier ELSE n.tier END AS tier,
           CASE WHEN b.incident_id IS NOT NULL THEN b.colour ELSE n.colour END AS colour,
           CASE WHEN b.incident_id IS NOT NULL THEN b.matter_class ELSE n.matter_class END AS matter_class,
           CASE WHEN b.incident_id IS NOT NULL THEN b.geom ELSE n.geom END AS geom,
           CASE WHEN b.incident_id IS NOT NULL THEN b.grid_code ELSE n.grid_code END AS grid_code,
           CASE WHEN b.incident_id IS NOT NULL THEN b.closed_at WHEN n.closed_at <= asked.at THEN n.closed_at END AS closed_at,
           CASE WHEN b.incident_id IS NOT NULL THEN b.controlled_at
                WHEN n.controlled_at <= asked.at THEN n.controlled_at END AS controlled_at,
           CASE WHEN b.incident_id IS NOT NULL THEN b.merged_into WHEN n.closed_at <= asked.at THEN n.merged_into END AS merged_into,
           CASE WHEN b.incident_id IS NOT NULL THEN b.next_due ELSE n.next_due END AS next_due,
           CASE WHEN b.incident_id IS NOT NULL THEN b.parked_until ELSE n.parked_until END AS parked_until,
           CASE WHEN b.incident_id IS NOT NULL THEN b.supervised ELSE n.supervised END AS supervised,
           CASE WHEN b.incident_id IS NOT NULL THEN b.held ELSE n.held END AS held
    FROM published.incident_cases n
    CROSS JOIN asked
    LEFT JOIN LATERAL (SELECT r.* FROM published.incident_rows_before r
                       WHERE r.incident_id = n.id AND r.until > asked.at
                       ORDER BY r.until LIMIT 1) AS b ON true
    WHERE n.id = CAST(:id AS uuid) AND n.reported_at <= asked.at
)
SELECT s.id, s.number, s.version, s.tier, s.colour, s.matter_class, s.category, s.description, s.channel,
       CASE WHEN s.kept OR asked.at >= asked.recorded AND (s.closed_at IS NOT NULL OR s.state NOT IN ('CLOSED', 'VOID', 'MERGED'))
            THEN s.state
            ELSE coalesce((SELECT y.state FROM published.incident_story y
                           WHERE y.incident_id = s.id AND y.at <= asked.at ORDER BY y.id DESC LIMIT 1), s.state) END AS state,
       ST_X(s.geom) AS lon, ST_Y(s.geom) AS lat, s.grid_code, s.parked_until, s.supervised, s.held, s.occurred_at, s.reported_at,
       s.next_due, s.closed_at IS NULL AND coalesce(s.next_due < asked.at, false) AS overdue,
       s.closed_at, s.merged_into, s.controlled_at, s.first_receiver,
       coalesce(d.decision, s.decision) -> 'lead' AS lead, coalesce(d.decision, s.decision) -> 'helpers' AS helpers, s.decision,
       coalesce((SELECT jsonb_agg(jsonb_build_object('decidedAt', to_char(l.decided_at AT TIME ZONE 'UTC',
                                                     'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'because', l.because, 'actor', l.actor,
                                                     'decision', l.decision) ORDER BY l.id)
                 FROM published.incident_later_decisions l
                 WHERE l.incident_id = s.id AND l.decided_at <= asked.at), '[]') AS later_decisions,
       coalesce((SELECT jsonb_agg(jsonb_build_object('layer', g.layer, 'gridCode', g.grid_code, 'edition', g.edition,
                                                     'share', g.share) ORDER BY g.layer, g.share DESC, g.grid_code)
                 FROM published.incident_stays g
                 WHERE g.incident_id = s.id AND g.placed_at <= asked.at
                   AND (g.replaced_at IS NULL OR g.replaced_at > asked.at)), '[]') AS matches
FROM stood s
CROSS JOIN asked
LEFT JOIN LATERAL (SELECT l.decision FROM published.incident_later_decisions l
                   WHERE l.incident_id = s.id AND l.decided_at <= asked.at ORDER BY l.id DESC LIMIT 1) AS d ON true

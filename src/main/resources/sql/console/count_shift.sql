-- Purpose: what changed in a shift and what is about to break. Each case stands in one line of the sum:
--   open at the start + opened + reopened - closed = open at the end
-- Parameters: since, until (when it is taken), soon (until when something counts as about to break)
-- Output: figures (JSON text): counts, and lists of at most 200 each
-- Index relied on: timeline_incident through published.incident_actions, alarm_shelves_open
WITH ended(state) AS (VALUES ('CLOSED'), ('VOID'), ('MERGED')),
cases AS (
    SELECT l.id, l.number, l.category, l.grid_code, l.tier, l.next_due
    FROM published.incident_life l
    WHERE l.state NOT IN (SELECT state FROM ended)
       OR l.id IN (SELECT a.incident_id FROM published.incident_actions a WHERE a.at > :since)),
judged AS (
    SELECT c.*, b.state AS state_before, n.state AS state_now, n.at AS moved_at
    FROM cases c
    JOIN LATERAL (SELECT a.state, a.at FROM published.incident_actions a WHERE a.incident_id = c.id AND a.at <= :until
                  ORDER BY a.at DESC, a.id DESC LIMIT 1) n ON true
    LEFT JOIN LATERAL (SELECT a.state FROM published.incident_actions a WHERE a.incident_id = c.id AND a.at <= :since
                       ORDER BY a.at DESC, a.id DESC LIMIT 1) b ON true),
sorted AS (
    SELECT j.*, was.open AS was_open, fresh.fresh, j.state_now NOT IN (SELECT state FROM ended) AS is_open
    FROM judged j
    CROSS JOIN LATERAL (SELECT j.state_before IS NULL AS fresh) fresh
    CROSS JOIN LATERAL (SELECT NOT fresh.fresh AND j.state_before NOT IN (SELECT state FROM ended) AS open) was),
lines AS (
    SELECT s.*,
           s.fresh AS opened, (s.was_open OR s.fresh) AND NOT s.is_open AS closed,
           NOT s.was_open AND NOT s.fresh AND s.is_open AS reopened,
           s.is_open AND s.next_due <= :until AS overdue,
           s.is_open AND s.next_due > :until AND s.next_due <= :soon AS due_soon,
           jsonb_build_object('id', s.id, 'number', s.number, 'category', s.category, 'gridCode', s.grid_code,
                              'tier', s.tier, 'state', s.state_now, 'at', to_char(s.moved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                              'due', to_char(s.next_due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS line
    FROM sorted s),
moved AS (
    SELECT h.incident_id, h.at, jsonb_build_object('id', h.incident_id, 'number', l.number, 'category', l.category,
               'gridCode', h.to_grid, 'from', h.from_grid, 'because', h.because,
               'at', to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS line
    FROM published.hand_overs h JOIN published.incident_life l ON l.id = h.incident_id
    WHERE h.at > :since AND h.at <= :until),
shelved AS (
    SELECT s.ends_at, jsonb_build_object('kind', s.kind, 'gridCode', s.grid_code, 'reason', s.reason, 'by', s.made_by,
               'until', to_char(s.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS line
    FROM console.alarm_shelves s
    WHERE s.made_at <= :until AND s.ended_at IS NULL),
empty AS (
    SELECT v.empty_since, jsonb_build_object('layer', v.layer, 'gridCode', v.grid_code, 'role', v.role, 'unitKind', v.unit_kind,
               'from', to_char(v.empty_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
               'until', to_char(v.filled_by AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS line
    FROM published.voids_told v WHERE v.told_at <= :until AND v.closed_at IS NULL)
SELECT jsonb_build_object(
    'openAtStart', (SELECT count(*) FROM lines WHERE was_open),
    'opened', (SELECT count(*) FROM lines WHERE opened),
    'reopened', (SELECT count(*) FROM lines WHERE reopened),
    'closed', (SELECT count(*) FROM lines WHERE closed),
    'openAtEnd', (SELECT count(*) FROM lines WHERE is_open),
    'handedOver', (SELECT count(*) FROM moved),
    'overdue', (SELECT count(*) FROM lines WHERE overdue),
    'dueSoon', (SELECT count(*) FROM lines WHERE due_soon),
    'shelved', (SELECT count(*) FROM shelved),
    'voids', (SELECT count(*) FROM empty),
    'lists', jsonb_build_object(
        'opened', (SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM lines WHERE opened ORDER BY tier, moved_at LIMIT 200) x),
        'reopened', (SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM lines WHERE reopened ORDER BY moved_at LIMIT 200) x),
        'closed', (SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM lines WHERE closed ORDER BY moved_at LIMIT 200) x),
        'handedOver', (SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM moved ORDER BY at LIMIT 200) x),
        'overdue', (SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM lines WHERE overdue ORDER BY next_due LIMIT 200) x),
        'dueSoon', (SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM lines WHERE due_soon ORDER BY next_due LIMIT 200) x),
        'shelved', (SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM shelved ORDER BY ends_at LIMIT 200) x),
        'voids', (SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM empty ORDER BY empty_since LIMIT 200) x)))::text AS figures;

-- Takes an incident to a state, sets what else changes in its row, and writes the timeline.
-- Parameters, in order: id, state, action, at, next_due, actor, note, detail (JSON text), columns (JSON text of column names and
-- values; those that it does not name stay). Index: incidents_pkey.
WITH given AS (
    SELECT ?::uuid AS id, ?::text AS state, ?::text AS action, ?::timestamptz AS at, ?::timestamptz AS next_due,
           ?::text AS actor, ?::text AS note, ?::jsonb AS detail, ?::jsonb AS columns
),
changed AS (
    UPDATE incident.incidents i
    SET state = given.state,
        version = i.version + 1,
        next_due = given.next_due,
        closed_at = CASE WHEN given.state IN ('CLOSED', 'VOID', 'MERGED') THEN coalesce(i.closed_at, given.at) END,
        (tier, colour, matter_class, controlled_at, parked_until, supervised, held, quick_fix, merged_into, feedback_at,
         revisited_at, revisit_result, satisfaction, reopened_at, reopenings, root_cause, closed_how) = (
            SELECT r.tier, r.colour, r.matter_class, r.controlled_at, r.parked_until, r.supervised, r.held, r.quick_fix,
                   r.merged_into, r.feedback_at, r.revisited_at, r.revisit_result, r.satisfaction, r.reopened_at, r.reopenings,
                   r.root_cause, r.closed_how
            FROM jsonb_populate_record(i, given.columns) r)
    FROM given
    WHERE i.id = given.id
)
INSERT INTO incident.timeline (incident_id, at, action, state, actor, note, detail)
SELECT id, at, action, state, actor, note, detail FROM given

-- Answers the reporters of all incidents merged into one, also by way of others, as that one was answered.
-- Parameters, in order: incident, at, actor, note, detail (JSON text). Index: incidents_merged, incidents_pkey.
WITH RECURSIVE given AS (
    SELECT ?::uuid AS id, ?::timestamptz AS at, ?::text AS actor, ?::text AS note, ?::jsonb AS detail
),
merged AS (
    SELECT i.id, 1 AS steps FROM incident.incidents i JOIN given ON i.merged_into = given.id
    UNION ALL
    SELECT i.id, m.steps + 1 FROM incident.incidents i JOIN merged m ON i.merged_into = m.id WHERE m.steps < 100
),
answered AS (
    UPDATE incident.incidents i SET feedback_at = given.at, version = i.version + 1
    FROM merged, given
    WHERE i.id = merged.id
)
INSERT INTO incident.timeline (incident_id, at, action, state, actor, note, detail)
SELECT merged.id, given.at, 'FEEDBACK', 'MERGED', given.actor, given.note,
       given.detail || jsonb_build_object('of', given.id)
FROM merged, given

-- Adds the decision that held before the last one once more, because that was taken back.
-- Parameters, in order: incident_id, at, actor. Index: later_decisions_incident, incidents_pkey.
INSERT INTO incident.later_decisions (incident_id, decided_at, because, actor, decision)
SELECT i.id, given.at, 'UNDO', given.actor,
       coalesce((SELECT d.decision FROM incident.later_decisions d WHERE d.incident_id = i.id ORDER BY d.id DESC OFFSET 1 LIMIT 1),
                i.decision)
FROM (SELECT ?::uuid AS id, ?::timestamptz AS at, ?::text AS actor) AS given
JOIN incident.incidents i ON i.id = given.id

-- The decisions of one incident after the one at the door, in order.
-- Parameters: id. Index: later_decisions_incident.
SELECT decided_at, because, actor, decision
FROM incident.later_decisions
WHERE incident_id = :id
ORDER BY id

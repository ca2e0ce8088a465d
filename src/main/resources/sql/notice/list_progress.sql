-- Purpose: what was posted about a case, in order
-- Parameters: incident
-- Output: id, kind, zh, en, eta, actor, at
-- Index relied on: progress_incident
SELECT p.id, p.kind, p.zh, p.en, p.eta, p.actor, p.at
FROM notice.progress p
WHERE p.incident_id = :incident
ORDER BY p.at, p.id;

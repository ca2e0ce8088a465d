-- Ends the open pause of an incident. Parameters: incident, actor, at. Index: one_open_pause.
UPDATE dispatch.pauses SET ended_at = :at::timestamptz, ended_by = :actor
WHERE incident_id = :incident AND ended_at IS NULL

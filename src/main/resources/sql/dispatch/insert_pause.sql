-- Notes that the clocks of an incident stand still from now on. Parameters: incident, cause, reason, actor, at, until (or
-- null). Index: one_open_pause.
INSERT INTO dispatch.pauses (incident_id, cause, reason, actor, started_at, until)
VALUES (:incident, :cause, :reason, :actor, :at::timestamptz, :until::timestamptz)

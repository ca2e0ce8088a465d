-- Asks for a decision about a clock. Parameters: incident, number, action, until, workingDays, reason, actor.
-- Output: id. Index: one_open_approval.
INSERT INTO dispatch.approvals (incident_id, number, action, until, working_days, reason, asked_by, asked_at)
VALUES (:incident, :number, :action, :until::timestamptz, :workingDays::integer, :reason, :actor, clock_timestamp())
RETURNING id

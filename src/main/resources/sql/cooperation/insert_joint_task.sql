-- Adds a task that was given together.
-- Parameters: id, incident, number, kind, source, text, department, party, due, by, at. Output: the task. Index: joint_tasks_pkey.
INSERT INTO cooperation.joint_tasks
    (id, incident_id, number, kind, source, text, department, party, due, given_by, given_at)
VALUES (:id, :incident, :number, :kind, :source::uuid, :text, :department, :party, :due, :by, :at)
RETURNING *

-- Marks the open tasks that fell due as told, each once; rows that another server holds are left to it.
-- Parameters: most. Output: the tasks. Index: joint_tasks_open.
UPDATE cooperation.joint_tasks
SET told_at = clock_timestamp()
WHERE id IN (
    SELECT id FROM cooperation.joint_tasks
    WHERE ended_at IS NULL AND told_at IS NULL AND due <= clock_timestamp()
    ORDER BY due
    LIMIT :most
    FOR UPDATE SKIP LOCKED)
RETURNING *

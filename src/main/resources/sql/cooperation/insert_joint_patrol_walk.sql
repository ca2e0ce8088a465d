-- Purpose: note that a joint patrol was walked
-- Parameters: id, patrol, heldAt, people, findings (may be null), by, at
-- Output: row count
-- Index relied on: none
INSERT INTO cooperation.joint_patrol_walks (id, patrol_id, held_at, people, findings, noted_by, noted_at)
VALUES (:id, :patrol, :heldAt, :people, :findings, :by, :at)

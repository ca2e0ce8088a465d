-- Purpose: store a joint patrol
-- Parameters: id, nameZh, nameEn, departments, grids (text arrays), times, startsOn, by, at
-- Output: row count
-- Index relied on: none
INSERT INTO cooperation.joint_patrols (id, name_zh, name_en, departments, grids, times_a_month, starts_on, made_by, made_at)
VALUES (:id, :nameZh, :nameEn, CAST(:departments AS text[]), CAST(:grids AS text[]), :times, CAST(:startsOn AS date), :by, :at)

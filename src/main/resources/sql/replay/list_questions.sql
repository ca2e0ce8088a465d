-- Purpose: the questions about areas that were asked, the latest first, without their answers
-- Parameters: rows
-- Output: id, since, until, reason, asked_by, asked_at, digest
-- Index: area_questions_asked
SELECT id, since, until, reason, asked_by, asked_at, digest
FROM replay.area_questions
ORDER BY asked_at DESC, id DESC
LIMIT :rows

-- Purpose: handovers, the latest first, or one by its id
-- Parameters: id (null: all)
-- Output: columns of console.handovers, figures as JSON text
-- Index relied on: handovers_taken, primary key
SELECT id, began, taken, going, note, figures::text AS figures, coming, signed_at, version
FROM console.handovers
WHERE :id::uuid IS NULL OR id = :id::uuid
ORDER BY taken DESC, id DESC
LIMIT 10000;

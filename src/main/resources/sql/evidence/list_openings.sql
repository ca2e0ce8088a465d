-- Purpose: the shops that are to be opened, and those that were, the running ones first, then the latest
-- Parameters: none
-- Output: every column, cases as text; at most 2000 rows
-- Index relied on: openings_pkey; the table is small
SELECT o.*, o.cases::text AS cases
FROM evidence.openings o
ORDER BY (o.state = 'OPEN'), o.id DESC
LIMIT 2000

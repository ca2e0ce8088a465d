-- Purpose: what a report wrote to the audit trail, each row as a VALUES item
-- Parameters: incident (id as text)
-- Output: item
-- Index relied on: none
SELECT '(' || quote_literal(actor) || ', ' || quote_literal(action) || ', ' || quote_literal(object) || ', '
       || quote_literal(detail::text) || ')' AS item
FROM access.audit_events
WHERE object = ?
ORDER BY id;

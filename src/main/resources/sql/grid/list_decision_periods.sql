-- Purpose: every border decision with its periods in both times, of one layer or of all
-- Parameters: layer (or null: all)
-- Output: id, layer, code_a, code_b, owner, line (WKB or null), subject, reason, decided_by, decided_at, valid_from,
--         valid_until, known_from, known_until (the untils null where open)
-- Index relied on: border_decisions_layer
SELECT d.id, d.layer, d.code_a, d.code_b, d.owner, ST_AsBinary(d.line) AS line, d.subject, d.reason, d.decided_by,
       d.decided_at, lower(p.valid) AS valid_from, upper(p.valid) AS valid_until,
       lower(p.known) AS known_from, upper(p.known) AS known_until
FROM grid.border_decisions d
JOIN grid.border_decision_periods p ON p.decision_id = d.id
WHERE CAST(:layer AS text) IS NULL OR d.layer = :layer
ORDER BY d.decided_at DESC, d.id DESC, lower(p.known), lower(p.valid);

-- Purpose: end the known time of the period of a border decision that the register held true until now
-- Parameters: decision, valid_from, now
-- Output: row count, 1
-- Index relied on: border_decision_periods_decision
UPDATE grid.border_decision_periods
SET known = tstzrange(lower(known), :now)
WHERE decision_id = :decision AND lower(valid) = :valid_from AND upper_inf(known);

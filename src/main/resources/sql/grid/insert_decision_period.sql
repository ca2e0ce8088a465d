-- Purpose: say that a border decision holds for a period, known from now on
-- Parameters: decision, subject, valid_from, valid_until (or null), known_from
-- Output: row count
-- Index relied on: constraint one_decision_at_a_time
INSERT INTO grid.border_decision_periods (decision_id, subject, valid, known)
VALUES (:decision, :subject, tstzrange(:valid_from, :valid_until), tstzrange(:known_from, NULL));

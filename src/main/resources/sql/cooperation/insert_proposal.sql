-- Adds the next version of an agreement.
-- Parameters: id, deliberation, text, items (JSON text), by, at. Index: proposals_deliberation_id_ordinal_key.
INSERT INTO cooperation.proposals (id, deliberation_id, ordinal, text, items, proposed_by, proposed_at)
SELECT :id, :deliberation, coalesce(max(ordinal), 0) + 1, :text, :items::jsonb, :by, :at
FROM cooperation.proposals
WHERE deliberation_id = :deliberation

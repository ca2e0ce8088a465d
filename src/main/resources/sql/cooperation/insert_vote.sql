-- Adds a vote as it was counted.
-- Parameters: id, deliberation, question, eligible, inFavour, against, abstained, turnout, approved, at, by.
-- Output: the vote. Index: votes_pkey.
INSERT INTO cooperation.votes
    (id, deliberation_id, question, eligible, in_favour, against, abstained, turnout_reached, approved, held_at, recorded_by)
VALUES (:id, :deliberation, :question, :eligible, :inFavour, :against, :abstained, :turnout, :approved, :at, :by)
RETURNING *

-- Ends the known time of the state that a face has.
-- Parameters: face, now. Output: row count. Index: one_state_at_a_time.
UPDATE border.states SET known = tstzrange(lower(known), :now) WHERE face_id = :face AND upper_inf(known)

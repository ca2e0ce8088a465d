-- The history of one face, in order.
-- Parameters: face. Output: version, change, state, team, role, person, note, changed_by, at. Index: states_pkey.
SELECT version, change, state, team, role, person, note, changed_by, lower(known) AS at
FROM border.states
WHERE face_id = :face
ORDER BY version

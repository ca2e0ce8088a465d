-- Gives a face a state, as its next version.
-- Parameters: face, version, state, change, team, role, person, note, changed_by, now. Output: row count. Index: states_pkey.
INSERT INTO border.states (face_id, version, state, change, team, role, person, note, changed_by, known)
VALUES (:face, :version, :state, :change, :team, :role, :person, :note, :changed_by, tstzrange(:now, NULL))

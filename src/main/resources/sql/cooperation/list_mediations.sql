-- Mediations with their sessions, in the order in which they were opened.
-- Parameters: id, incident: null does not narrow. Index: mediations_pkey, mediations_incident, mediation_sessions_of.
SELECT m.*,
       coalesce((SELECT jsonb_agg(jsonb_build_object('heldAt', s.held_at, 'minutesLong', s.minutes_long,
                                                     'minutes', s.minutes, 'by', s.recorded_by) ORDER BY s.id)
                 FROM cooperation.mediation_sessions s WHERE s.mediation_id = m.id), '[]') AS sessions
FROM cooperation.mediations m
WHERE (:id::uuid IS NULL OR m.id = :id::uuid) AND (:incident::uuid IS NULL OR m.incident_id = :incident::uuid)
ORDER BY m.id
LIMIT 1000

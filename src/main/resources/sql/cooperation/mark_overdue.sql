-- Leaves a mark for each deadline that passed.
-- Parameters: incidents, kinds, dues (arrays of text, one place a deadline). Index: escalation_marks_pkey.
INSERT INTO cooperation.escalation_marks (incident_id, kind, due)
SELECT incident::uuid, kind, due::timestamptz
FROM unnest(:incidents::text[], :kinds::text[], :dues::text[]) AS late (incident, kind, due)
ON CONFLICT DO NOTHING

-- Opens the entry of a hard case, or takes it back where it was withdrawn.
-- Parameters, in order: incident, number, category, subject, at. Index: hard_cases_pkey.
INSERT INTO cooperation.hard_cases (incident_id, number, category, subject, opened_at)
VALUES (?::uuid, ?::text, ?::text, ?::text, ?::timestamptz)
ON CONFLICT (incident_id) DO UPDATE
SET withdrawn_at = NULL, solved_at = NULL, version = cooperation.hard_cases.version + 1

-- Stores deadlines as they are set.
-- Parameters, each an array with one value a row: incident_id, kind, due, profile_version, provisional.
-- Output: none that is read. Index relied on: one deadline of a kind an incident.
INSERT INTO dispatch.deadlines (incident_id, kind, due, profile_version, provisional)
SELECT r.incident_id, r.kind, r.due, r.profile_version, r.provisional
FROM unnest(?::text[]::uuid[], ?::text[], ?::text[]::timestamptz[], ?::text[]::integer[], ?::text[]::boolean[])
    AS r (incident_id, kind, due, profile_version, provisional)

-- Stores deadlines as they are set; each rings first when it warns.
-- Parameters, each an array with one value a row: incident_id, number, calendar_revision, kind, due, warn_at, started_at,
-- profile_version, provisional, unit, length_us.
-- Output: none that is read. Index relied on: one deadline of a kind an incident.
INSERT INTO dispatch.deadlines (incident_id, number, calendar_revision, kind, due, warn_at, ring_at, started_at,
    profile_version, provisional, unit, length_us, anchor_at, left_us, made_at)
SELECT r.incident_id, r.number, r.calendar_revision, r.kind, r.due, r.warn_at, r.warn_at, r.started_at,
       r.profile_version, r.provisional, r.unit, r.length_us, r.started_at, r.length_us, r.started_at
FROM unnest(?::text[]::uuid[], ?::text[], ?::text[]::bigint[], ?::text[], ?::text[]::timestamptz[],
    ?::text[]::timestamptz[], ?::text[]::timestamptz[], ?::text[]::integer[], ?::text[]::boolean[], ?::text[],
    ?::text[]::bigint[])
    AS r (incident_id, number, calendar_revision, kind, due, warn_at, started_at, profile_version, provisional, unit,
        length_us)

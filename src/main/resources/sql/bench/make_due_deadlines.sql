-- Purpose: many open cases like one that exists, each with a deadline that falls due at the same instant
-- Parameters, in order: the id of the case to copy (uuid text), how many, the due instant
-- Output: how many deadlines were made
-- Index relied on: primary keys
WITH sample AS (
    SELECT i FROM incident.incidents i WHERE id = ?::text::uuid
),
copies AS (
    SELECT gen_random_uuid() AS id, n FROM generate_series(1, ?::integer) AS n
),
cases AS (
    INSERT INTO incident.incidents
    SELECT (jsonb_populate_record(sample.i, jsonb_build_object(
               'id', copies.id, 'number', 'D' || copies.n, 'description', 'bench deadline',
               'tracking_code', substr(md5(copies.id::text), 1, 26)))).*
    FROM sample, copies
    RETURNING id, number
),
leads AS (
    INSERT INTO dispatch.tasks
    SELECT (jsonb_populate_record(t, jsonb_build_object(
               'id', gen_random_uuid(), 'incident_id', cases.id, 'number', cases.number))).*
    FROM sample
    JOIN dispatch.tasks t ON t.incident_id = (sample.i).id AND t.part = 'LEAD'
    CROSS JOIN cases
),
due AS (
    INSERT INTO dispatch.deadlines OVERRIDING USER VALUE
    SELECT (jsonb_populate_record(d, jsonb_build_object(
               'incident_id', cases.id, 'number', cases.number, 'due', v.at, 'warned_at', v.at, 'ring_at', v.at))).*
    FROM sample
    JOIN dispatch.deadlines d ON d.incident_id = (sample.i).id AND d.kind = 'CLOSE'
    CROSS JOIN cases
    CROSS JOIN (SELECT ?::timestamptz AS at) AS v
    RETURNING 1
)
SELECT count(*) FROM due;

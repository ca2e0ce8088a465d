-- Ends the tasks that a transfer gave, as if they had not been given, and marks its hand-over as taken back; an arbitration
-- that ended with it is open again.
-- Parameters, in order: incident, at (of what is taken back), now. Index: tasks_incident, hand_overs_incident, arbitrations_pkey.
WITH given AS (
    SELECT ?::uuid AS incident, ?::timestamptz AS at, ?::timestamptz AS now
),
tasks AS (
    UPDATE dispatch.tasks t
    SET state = 'REPLACED', version = t.version + 1, ended_at = given.now, undone_at = given.now
    FROM given
    WHERE t.incident_id = given.incident AND t.started_at >= given.at AND t.ended_at IS NULL
),
asked AS (
    UPDATE dispatch.arbitrations a SET ended_at = NULL
    FROM given
    WHERE a.incident_id = given.incident AND a.ended_at = given.at AND a.ruled_by IS NULL
)
UPDATE dispatch.hand_overs h SET undone_at = given.now
FROM given
WHERE h.incident_id = given.incident AND h.at = given.at

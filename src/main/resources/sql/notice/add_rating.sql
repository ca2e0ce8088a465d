-- Purpose: keep what the reporter thinks, once a round
-- Parameters: incident, round, satisfaction, note
-- Output: row count, 0 when this round was rated already
-- Index relied on: primary key of notice.ratings
INSERT INTO notice.ratings (incident_id, round, satisfaction, note)
VALUES (:incident, :round, :satisfaction, :note)
ON CONFLICT (incident_id, round) DO NOTHING;

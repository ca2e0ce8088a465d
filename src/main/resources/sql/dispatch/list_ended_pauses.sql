-- Incidents whose pause is over by the database's clock. Parameters: most. Index: pauses_until.
SELECT incident_id, cause FROM dispatch.pauses
WHERE ended_at IS NULL AND until <= clock_timestamp()
ORDER BY until
LIMIT :most

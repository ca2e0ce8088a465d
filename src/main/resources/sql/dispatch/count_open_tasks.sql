-- How many open tasks each unit has, but for one incident. Parameters: incident. Output: unit, open. Index: tasks_unit.
SELECT unit, count(*) AS open
FROM dispatch.tasks
WHERE ended_at IS NULL AND unit IS NOT NULL AND incident_id <> :incident
GROUP BY unit

-- What is left to do together before an incident may be closed, in words; nothing where it may be.
-- Parameters: incident, tier. Output: one text a thing.
-- Index: joint_tasks_incident, deliberations_incident, hand_offs_incident_id_department_reference_key,
-- mediations_incident, plans_incident_id_ordinal_key.
SELECT 'a task of ' || coalesce(department, party) || ' is open until ' || due
FROM cooperation.joint_tasks
WHERE incident_id = :incident AND ended_at IS NULL AND kind <> 'REVISIT'
UNION ALL
SELECT 'a deliberation (' || template || ') is open'
       || coalesce(', its result hangs out until ' || publish_until, '')
FROM cooperation.deliberations
WHERE incident_id = :incident AND closed_at IS NULL
UNION ALL
SELECT department || ' has it under ' || reference || ' and has not restored it'
FROM cooperation.hand_offs
WHERE incident_id = :incident AND restored_at IS NULL
UNION ALL
SELECT 'a mediation at level ' || level || ' is open'
FROM cooperation.mediations
WHERE incident_id = :incident AND ended_at IS NULL
UNION ALL
SELECT 'a case of tier 3 needs a plan with somebody who answers for it'
WHERE :tier = 3 AND NOT EXISTS (SELECT FROM cooperation.plans WHERE incident_id = :incident)

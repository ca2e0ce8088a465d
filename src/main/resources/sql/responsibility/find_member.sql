-- What is known now of a member in a role of a team: of the latest period, if there are several.
-- Parameters: team, role, labelZh. Relies on the exclusion constraint's index over team_id.
SELECT label_en, phone, unit
FROM responsibility.members
WHERE team_id = :team AND role = :role AND label_zh = :labelZh AND upper(known) = 'infinity'
ORDER BY upper(valid) DESC
LIMIT 1

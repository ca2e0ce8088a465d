-- The most holders of a role of a team at one moment, as known now.
-- Parameters: team, role. Relies on the exclusion constraint's index over team_id.
WITH held AS (
    SELECT valid FROM responsibility.members
    WHERE team_id = :team AND role = :role AND upper(known) = 'infinity'
)
-- the most are reached where some period begins
SELECT coalesce(max(n), 0)
FROM (SELECT count(*) AS n
      FROM held b JOIN held h ON lower(b.valid) <@ h.valid
      GROUP BY lower(b.valid), b.valid) AS c

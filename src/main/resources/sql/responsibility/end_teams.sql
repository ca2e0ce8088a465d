-- Ends what was known of the teams of some grids, of their members and partners, at an instant; the rows stay.
-- Parameters: layers and gridCodes, arrays of the same length; knownAt.
-- Relies on the exclusion constraints' index over (layer, grid_code).
WITH given AS (
    SELECT * FROM unnest(:layers::text[], :gridCodes::text[]) AS g (layer, grid_code)
),
-- the members of these teams
emptied AS (
    UPDATE responsibility.members m SET known = tstzrange(lower(m.known), :knownAt::timestamptz)
    FROM responsibility.teams t, given g
    WHERE m.team_id = t.id AND t.layer = g.layer AND t.grid_code = g.grid_code AND upper(m.known) = 'infinity'
),
ended AS (
    UPDATE responsibility.teams t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given g
    WHERE t.layer = g.layer AND t.grid_code = g.grid_code AND upper(t.known) = 'infinity'
)
UPDATE responsibility.joint_areas j SET known = tstzrange(lower(j.known), :knownAt::timestamptz)
FROM given g
WHERE j.layer = g.layer AND j.grid_code = g.grid_code AND upper(j.known) = 'infinity'

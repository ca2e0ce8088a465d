-- Ends what is known of a member in a role of a team within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: team, role, labelZh, validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.members t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.team_id = :team AND t.role = :role AND t.label_zh = :labelZh AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.members (team_id, role, label_zh, label_en, phone, unit, valid, known)
SELECT e.team_id, e.role, e.label_zh, e.label_en, e.phone, e.unit, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

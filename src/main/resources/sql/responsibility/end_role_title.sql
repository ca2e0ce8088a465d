-- Ends what is known of what a role is called within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: role, gridPrefix, validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.role_titles t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.role = :role AND t.grid_prefix = :gridPrefix AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.role_titles (role, grid_prefix, name_zh, name_en, valid, known)
SELECT e.role, e.grid_prefix, e.name_zh, e.name_en, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

-- Ends what is known of a joint area within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: layer, gridCode, validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.joint_areas t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.layer = :layer AND t.grid_code = :gridCode AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.joint_areas (layer, grid_code, partners, leads, valid, known)
SELECT e.layer, e.grid_code, e.partners, e.leads, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

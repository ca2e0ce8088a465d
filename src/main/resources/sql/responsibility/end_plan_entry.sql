-- Ends what is known of an entry of the duty plan within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: kind, layer, gridCode, code, validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.duty_plan t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.kind = :kind AND t.layer = :layer AND t.grid_code = :gridCode AND t.code = :code
      AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.duty_plan (kind, layer, grid_code, code, entry, valid, known)
SELECT e.kind, e.layer, e.grid_code, e.code, e.entry, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

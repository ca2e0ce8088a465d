-- Ends what is known of an owner of a category in a grid within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: code, category, layer, gridCode, validFrom, validTo (null: open), knownAt. Relies on the
-- exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.owners t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.code = :code AND t.category = :category AND t.layer = :layer AND t.grid_code = :gridCode
      AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.owners (code, category, layer, grid_code, name_zh, name_en, post_zh, post_en, phone, unit, valid, known)
SELECT e.code, e.category, e.layer, e.grid_code, e.name_zh, e.name_en, e.post_zh, e.post_en, e.phone, e.unit, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

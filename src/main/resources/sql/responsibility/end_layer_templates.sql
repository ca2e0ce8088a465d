-- Ends what is known of the templates of a layer within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: layer, validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.layer_templates t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.layer = :layer AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.layer_templates (layer, templates, paired, valid, known)
SELECT e.layer, e.templates, e.paired, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

-- Ends what is known of the rule tables in force within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.rule_periods t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.rule_periods (version, valid, known)
SELECT e.version, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

-- Ends what is known of the duty of a category within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: category, validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.duties t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.category = :category AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.duties (category, duty, helper_role, category_class, doubt_threshold, doubt_answer, valid, known)
SELECT e.category, e.duty, e.helper_role, e.category_class, e.doubt_threshold, e.doubt_answer, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

-- Ends what is known of a duty of a role within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: template, role, duty, category, validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.role_duties t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.template = :template AND t.role = :role AND t.duty = :duty AND t.category = :category AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.role_duties (template, role, duty, category, text_zh, text_en, valid, known)
SELECT e.template, e.role, e.duty, e.category, e.text_zh, e.text_en, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

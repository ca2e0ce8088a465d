-- Ends what is known of a department within a valid period at an instant; what lies outside the period is stored anew.
-- Parameters: code, validFrom, validTo (null: open), knownAt. Relies on the exclusion constraint's index.
WITH given AS (
    SELECT tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')) AS valid
),
ended AS (
    UPDATE responsibility.departments t SET known = tstzrange(lower(t.known), :knownAt::timestamptz)
    FROM given
    WHERE t.code = :code AND upper(t.known) = 'infinity' AND t.valid && given.valid
    RETURNING t.*
)
INSERT INTO responsibility.departments (code, name_zh, name_en, kind, external, phone, mail, arrive_minutes, valid, known)
SELECT e.code, e.name_zh, e.name_en, e.kind, e.external, e.phone, e.mail, e.arrive_minutes, piece, tstzrange(:knownAt::timestamptz, 'infinity')
FROM ended e, given, unnest(tstzmultirange(e.valid) - tstzmultirange(given.valid)) AS piece

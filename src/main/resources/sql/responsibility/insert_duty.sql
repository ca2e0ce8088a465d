-- Stores what the duty list says of a category for a valid period, known from an instant on.
-- Parameters: category, duty, helperRoles, categoryClass, doubtThreshold, doubtAnswer, validFrom, validTo (null: open),
-- knownAt. Relies on no index; the exclusion constraint forbids two entries of one category at a time.
INSERT INTO responsibility.duties
    (category, duty, helper_role, category_class, doubt_threshold, doubt_answer, valid, known)
VALUES (:category, :duty, :helperRoles, :categoryClass, :doubtThreshold, :doubtAnswer,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

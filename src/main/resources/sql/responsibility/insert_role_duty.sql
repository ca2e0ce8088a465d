-- Stores a duty of a role for a valid period, known from an instant on.
-- Parameters: template, role, duty, category, textZh, textEn, validFrom, validTo (null: open), knownAt.
-- Relies on no index; the exclusion constraint forbids the same twice at a time.
INSERT INTO responsibility.role_duties (template, role, duty, category, text_zh, text_en, valid, known)
VALUES (:template, :role, :duty, :category, :textZh, :textEn,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

-- Stores what a role is called for a valid period, known from an instant on.
-- Parameters: role, gridPrefix, nameZh, nameEn, validFrom, validTo (null: open), knownAt.
-- Relies on no index; the exclusion constraint forbids the same twice at a time.
INSERT INTO responsibility.role_titles (role, grid_prefix, name_zh, name_en, valid, known)
VALUES (:role, :gridPrefix, :nameZh, :nameEn,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

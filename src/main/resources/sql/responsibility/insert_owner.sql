-- Stores an owner for a valid period, known from an instant on.
-- Parameters: code, category, layer, gridCode, nameZh, nameEn, postZh, postEn, phone, unit, validFrom, validTo (null: open),
-- knownAt. Relies on no index; the exclusion constraint forbids the same owner twice at a time.
INSERT INTO responsibility.owners
    (code, category, layer, grid_code, name_zh, name_en, post_zh, post_en, phone, unit, valid, known)
VALUES (:code, :category, :layer, :gridCode, :nameZh, :nameEn, :postZh, :postEn, :phone, :unit,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

-- Stores a department for a valid period, known from an instant on.
-- Parameters: code, nameZh, nameEn, kind, external, phone, mail, arriveMinutes, validFrom, validTo (null: open), knownAt.
-- Relies on no index; the exclusion constraint forbids the same department twice at a time.
INSERT INTO responsibility.departments
    (code, name_zh, name_en, kind, external, phone, mail, arrive_minutes, valid, known)
VALUES (:code, :nameZh, :nameEn, :kind, :external, :phone, :mail, :arriveMinutes,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

-- Stores a member in a role of a team for a valid period, known from an instant on.
-- Parameters: team, role, labelZh, labelEn, phone, unit, validFrom, validTo (null: open), knownAt.
-- Relies on no index; the exclusion constraint forbids the same member twice in a role at a time.
INSERT INTO responsibility.members (team_id, role, label_zh, label_en, phone, unit, valid, known)
VALUES (:team, :role, :labelZh, :labelEn, :phone, :unit,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

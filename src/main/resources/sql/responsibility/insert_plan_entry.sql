-- Stores an entry of the duty plan for a valid period, known from an instant on.
-- Parameters: kind, layer, gridCode, code, entry (JSON text), validFrom, validTo (null: open), knownAt.
-- Relies on no index; the exclusion constraint forbids the same entry twice at a time.
INSERT INTO responsibility.duty_plan (kind, layer, grid_code, code, entry, valid, known)
VALUES (:kind, :layer, :gridCode, :code, :entry::jsonb,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

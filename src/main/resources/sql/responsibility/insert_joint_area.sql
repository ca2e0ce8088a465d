-- Stores a joint area for a valid period, known from an instant on.
-- Parameters: layer, gridCode, partners, leads (JSON text), validFrom, validTo (null: open), knownAt.
-- Relies on no index; the exclusion constraint forbids two declarations of one grid at a time.
INSERT INTO responsibility.joint_areas (layer, grid_code, partners, leads, valid, known)
VALUES (:layer, :gridCode, :partners, :leads::jsonb,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

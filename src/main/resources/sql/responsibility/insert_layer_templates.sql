-- Stores the templates of a layer for a valid period, known from an instant on.
-- Parameters: layer, templates, paired, validFrom, validTo (null: open), knownAt.
-- Relies on no index; the exclusion constraint forbids the same twice at a time.
INSERT INTO responsibility.layer_templates (layer, templates, paired, valid, known)
VALUES (:layer, :templates, :paired,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

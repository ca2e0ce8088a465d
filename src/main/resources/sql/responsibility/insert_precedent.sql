-- Stores a precedent for a valid period, known from an instant on.
-- Parameters: id, category, wkt (lon/lat), toLayer, toCode, department, baseLayer, baseEdition, number, reason, madeBy,
-- validFrom, validTo (null: open), knownAt. Relies on no index.
INSERT INTO responsibility.precedents
    (id, category, shape, to_layer, to_code, department, base_layer, base_edition, number, reason, made_at, made_by, valid, known)
VALUES (:id, :category, ST_GeomFromText(:wkt, 4326), :toLayer, :toCode, :department, :baseLayer, :baseEdition, :number,
        :reason, :knownAt::timestamptz, :madeBy,
        tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
        tstzrange(:knownAt::timestamptz, 'infinity'))

-- Purpose: keep the fixes of one unit as they came in another datum than WGS 84
-- Parameters: unitId, datum, conversion; arrays of one length: micros (since 1970, UTC), xs, ys (degrees of that datum)
-- Output: row count
-- Index: raw_fixes_pkey; rows go in by time, so that two senders of the same fixes lock in the same order
INSERT INTO patrol.raw_fixes (unit_id, t, x, y, datum, conversion)
SELECT :unitId, timestamptz 'epoch' + micros * interval '1 microsecond', x, y, :datum, :conversion
FROM unnest(CAST(:micros AS bigint[]), CAST(:xs AS double precision[]), CAST(:ys AS double precision[])) AS fix (micros, x, y)
ORDER BY micros
ON CONFLICT DO NOTHING

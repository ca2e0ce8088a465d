-- Purpose: judge anew the claims of a unit that new fixes lie near in time
-- Parameters: unit, from, to (of the fixes), window (seconds). Output: row count
-- Index: claims_unit
UPDATE evidence.claims
SET stale = true
WHERE unit = :unit
  AND claimed_at BETWEEN CAST(:from AS timestamptz) - :window * interval '1 second'
                     AND CAST(:to AS timestamptz) + :window * interval '1 second'

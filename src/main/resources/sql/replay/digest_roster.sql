-- Purpose: the digest of all that decided at an instant who answers, as it was known then
-- Parameters: at
-- Output: one row: rows, digest (SHA-256 in hex)
-- Index: none; the roster is read as a whole
SELECT count(*) AS rows,
       encode(sha256(convert_to(coalesce(string_agg(r.kind || r.says::text, E'\n' ORDER BY r.kind, r.says::text COLLATE "C"), ''),
           'UTF8')), 'hex') AS digest
FROM published.roster_rows r
WHERE r.valid @> CAST(:at AS timestamptz) AND r.known @> CAST(:at AS timestamptz)

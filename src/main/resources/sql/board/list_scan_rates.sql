-- Purpose: how often each code was opened in the last day, against its own mean of the four weeks before
-- Parameters: now. Output: place_code, scans, reports (last 24 h), expected (mean a day of the 28 days before)
-- Index: scans_hour
SELECT place_code,
       coalesce(sum(scans) FILTER (WHERE hour > CAST(:now AS timestamptz) - interval '24 hours'), 0) AS scans,
       coalesce(sum(reports) FILTER (WHERE hour > CAST(:now AS timestamptz) - interval '24 hours'), 0) AS reports,
       coalesce(sum(scans) FILTER (WHERE hour <= CAST(:now AS timestamptz) - interval '24 hours'), 0) / 28.0 AS expected
FROM board.scans
WHERE hour > CAST(:now AS timestamptz) - interval '29 days'
GROUP BY place_code
ORDER BY place_code

-- Purpose: add what was counted since the last time
-- Parameters: arrays of one length: places, seconds (start of the hour, since 1970), scans, reports
-- Output: row count
-- Index: scans_pkey; in order, so that two servers lock alike
INSERT INTO board.scans AS held (place_code, hour, scans, reports)
SELECT place, to_timestamp(second), scan, report
FROM unnest(CAST(:places AS text[]), CAST(:seconds AS bigint[]), CAST(:scans AS integer[]), CAST(:reports AS integer[]))
     AS counted (place, second, scan, report)
ORDER BY place, second
ON CONFLICT (place_code, hour) DO UPDATE
SET scans = held.scans + excluded.scans, reports = held.reports + excluded.reports

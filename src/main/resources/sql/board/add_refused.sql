-- Purpose: add the codes that were refused since the last time
-- Parameters: zone; arrays of one length: codes, standings, times, micros (the last time, since 1970)
-- Output: row count
-- Index: refused_codes_pkey; in order, so that two servers lock alike
INSERT INTO board.refused_codes AS held (code, day, standing, times, first_at, last_at)
SELECT code, (at AT TIME ZONE :zone)::date, standing, n, at, at
FROM (SELECT code, standing, n, timestamptz 'epoch' + micros * interval '1 microsecond' AS at
      FROM unnest(CAST(:codes AS text[]), CAST(:standings AS text[]), CAST(:times AS integer[]), CAST(:micros AS bigint[]))
           AS refused (code, standing, n, micros)) AS refused
ORDER BY code
ON CONFLICT (day, code) DO UPDATE SET times = held.times + excluded.times, last_at = excluded.last_at

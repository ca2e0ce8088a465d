-- Purpose: the peer: which points change owner between the two editions, joining only the grids that changed
-- Parameters: none
-- Output: spot, before, after (the lowest grid where a border is shared; null where there is none)
-- Index relied on: bench_spots_geom
SELECT spot, b.grid AS before, a.grid AS after
FROM (SELECT p.id AS spot, min(g.id) AS grid
      FROM public.bench_before g JOIN public.bench_spots p ON ST_Covers(g.geom, p.geom)
      GROUP BY p.id) b
FULL JOIN (SELECT p.id AS spot, min(g.id) AS grid
           FROM public.bench_after g JOIN public.bench_spots p ON ST_Covers(g.geom, p.geom)
           GROUP BY p.id) a USING (spot)
WHERE b.grid IS DISTINCT FROM a.grid
ORDER BY spot;

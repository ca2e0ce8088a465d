-- Purpose: how many points the two stored reassignments place differently; a point on a border has two rows in the join
-- Parameters: none
-- Output: count
-- Index relied on: none
SELECT count(*)
FROM (SELECT spot, min(grid) AS grid FROM public.bench_placed_join GROUP BY spot) j
FULL JOIN public.bench_placed_copy c USING (spot)
WHERE j.grid IS DISTINCT FROM c.grid;

-- Purpose: the joint patrols that go on, with how often each was walked in the last twelve months
-- Parameters: id (null: all), codes (grids of who asks, null: everywhere), today (date in the city), zone
-- Output: every column; months (JSON array of objects month, done), the latest first; walks (JSON array, at most 24, the latest first)
-- Index relied on: joint_patrols_pkey, joint_patrol_walks_patrol; the table is small
SELECT p.*,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('month', to_char(m.first, 'YYYY-MM'), 'done', m.done) ORDER BY m.first DESC), '[]')
        FROM (SELECT g.first, (SELECT count(*) FROM cooperation.joint_patrol_walks w
                               WHERE w.patrol_id = p.id
                                 AND date_trunc('month', w.held_at AT TIME ZONE :zone) = g.first) AS done
              FROM generate_series(
                  date_trunc('month', greatest(p.starts_on, CAST(:today AS date) - 335)::timestamp),
                  date_trunc('month', CAST(:today AS date)::timestamp),
                  interval '1 month') AS g(first)) AS m)::text AS months,
       (SELECT coalesce(jsonb_agg(to_jsonb(w) - 'patrol_id' ORDER BY w.held_at DESC, w.id DESC), '[]')
        FROM (SELECT * FROM cooperation.joint_patrol_walks l
              WHERE l.patrol_id = p.id ORDER BY l.held_at DESC, l.id DESC LIMIT 24) AS w)::text AS walks
FROM cooperation.joint_patrols p
WHERE (CAST(:id AS uuid) IS NULL AND p.ended_at IS NULL OR p.id = CAST(:id AS uuid))
  AND (CAST(:codes AS text[]) IS NULL OR p.grids && CAST(:codes AS text[]))
ORDER BY p.made_at, p.id

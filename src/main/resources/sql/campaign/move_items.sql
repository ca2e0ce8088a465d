-- Purpose: take items to a state, keep what was done, and drop the visits that are no longer to be made
-- Parameters: ids, state, results (JSON text, set on each), rightsUntil (null keeps what runs), closed, now, actor, note
-- Output: row count
-- Index relied on: primary keys
WITH ids AS (
    SELECT r.id::uuid AS id FROM unnest(CAST(:ids AS text[])) AS r (id)
),
dropped AS (
    DELETE FROM campaign.visits v USING ids WHERE v.item_id = ids.id AND v.done_at IS NULL
),
kept AS (
    INSERT INTO campaign.moves (item_id, at, was, state, results, actor, note, visits_before)
    SELECT i.id, :now, i.state, :state, CAST(:results AS jsonb), :actor, :note,
           (SELECT coalesce(max(v.ordinal), 0) FROM campaign.visits v WHERE v.item_id = i.id AND v.done_at IS NOT NULL)
    FROM campaign.items i JOIN ids ON ids.id = i.id
)
UPDATE campaign.items i
SET state = :state, results = i.results || CAST(:results AS jsonb),
    rights_until = CASE WHEN CAST(:closed AS boolean) THEN NULL
                        ELSE coalesce(CAST(:rightsUntil AS timestamptz), i.rights_until) END,
    version = i.version + 1, changed_at = :now
FROM ids
WHERE i.id = ids.id;

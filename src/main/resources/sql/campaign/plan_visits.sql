-- Purpose: make the same visits for each of many items, numbered on from those that were made before
-- Parameters: items, parts, from, until (the last three one an element a visit)
-- Output: row count
-- Index relied on: unique (item_id, ordinal) of campaign.visits
INSERT INTO campaign.visits (id, item_id, ordinal, part, due_from, due_until)
SELECT gen_random_uuid(), i.id::uuid,
       (SELECT coalesce(max(v.ordinal), 0) FROM campaign.visits v WHERE v.item_id = i.id::uuid AND v.done_at IS NOT NULL) + p.n,
       p.part, p.due_from::timestamptz, p.due_until::timestamptz
FROM unnest(CAST(:items AS text[])) AS i (id)
CROSS JOIN unnest(CAST(:parts AS text[]), CAST(:from AS text[]), CAST(:until AS text[]))
    WITH ORDINALITY AS p (part, due_from, due_until, n);

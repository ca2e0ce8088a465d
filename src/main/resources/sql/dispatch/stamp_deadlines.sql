-- Notes by which calendar deadlines were looked at, unless they moved meanwhile.
-- Parameters: revision; ids and dues, arrays of one length. Index: deadlines_pkey.
UPDATE dispatch.deadlines d SET calendar_revision = :revision
FROM unnest(:ids::bigint[], :dues::text[]) AS g (id, due)
WHERE d.id = g.id AND d.due = g.due::timestamptz

-- Purpose: put cases below a parent.
-- Parameters: parent, children (uuid texts), at, by. Output: how many rows; a child that has a parent already is refused.
-- Index: clusters_pkey.
INSERT INTO incident.clusters (child_id, parent_id, linked_at, linked_by)
SELECT child::uuid, CAST(:parent AS uuid), :at, :by
FROM unnest(:children) AS child

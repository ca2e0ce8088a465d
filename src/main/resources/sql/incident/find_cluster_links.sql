-- Purpose: where incidents stand in clusters.
-- Parameters: ids (uuid texts). Output: child_id, parent_id of every link that names one of them. Index: clusters_pkey, clusters_parent.
SELECT c.child_id, c.parent_id
FROM incident.clusters c
WHERE c.child_id = ANY (:ids::uuid[]) OR c.parent_id = ANY (:ids::uuid[])
ORDER BY c.linked_at, c.child_id

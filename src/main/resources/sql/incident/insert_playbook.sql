-- Purpose: store a version of a playbook; the first is 1.
-- Parameters: code, titleZh, titleEn, steps (JSON text), sourceCase (uuid or null), madeBy, madeAt.
-- Output: as list_playbooks; no row when the source case does not exist. Index: playbooks_pkey, incidents_pkey.
INSERT INTO incident.playbooks AS p (code, version, title_zh, title_en, steps, source_case, made_by, made_at)
SELECT :code, (SELECT coalesce(max(version), 0) + 1 FROM incident.playbooks WHERE code = :code),
       :titleZh, :titleEn, CAST(:steps AS jsonb), CAST(:sourceCase AS uuid), :madeBy, :madeAt
WHERE CAST(:sourceCase AS uuid) IS NULL
   OR EXISTS (SELECT FROM incident.incidents WHERE id = CAST(:sourceCase AS uuid))
RETURNING code, version, title_zh, title_en, steps::text AS steps, source_case, made_by, made_at

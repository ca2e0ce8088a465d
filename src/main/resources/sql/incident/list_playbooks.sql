-- Purpose: the latest version of each playbook.
-- Parameters: none. Output: code, version, title_zh, title_en, steps, source_case, made_by, made_at. Index: playbooks_pkey.
SELECT DISTINCT ON (code) code, version, title_zh, title_en, steps::text AS steps, source_case, made_by, made_at
FROM incident.playbooks
ORDER BY code, version DESC

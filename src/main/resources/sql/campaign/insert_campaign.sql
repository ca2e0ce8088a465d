-- Purpose: store a campaign
-- Parameters: id, template, version, nameZh, nameEn, due, kpi (JSON text), actor, now
-- Output: row count
-- Index relied on: none
INSERT INTO campaign.campaigns (id, template, template_version, name_zh, name_en, due, kpi, created_by, created_at)
VALUES (:id, :template, :version, :nameZh, :nameEn, CAST(:due AS timestamptz), CAST(:kpi AS jsonb), :actor, :now);

-- Opens a deliberation.
-- Parameters: id, incident, number, template, version, subject, parties (JSON text), by, at. Index: templates_pkey.
INSERT INTO cooperation.deliberations
    (id, incident_id, number, template, template_version, subject, parties, opened_by, opened_at)
VALUES (:id, :incident, :number, :template, :version, :subject, :parties::jsonb, :by, :at)

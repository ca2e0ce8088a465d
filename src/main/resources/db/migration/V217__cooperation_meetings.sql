-- Records of meetings, for what is made of them.
CREATE VIEW published.meetings AS
SELECT m.id, d.incident_id, m.deliberation_id, m.held_at
FROM cooperation.meetings m
JOIN cooperation.deliberations d ON d.id = m.deliberation_id;
COMMENT ON VIEW published.meetings IS 'Room cooperation. One row a meeting that was recorded: of which case and deliberation, and when. No persons, no text. Read by campaign.';

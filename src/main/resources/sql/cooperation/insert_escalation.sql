-- Adds a step up.
-- Parameters: id, incident, number, fromLayer, fromGrid, toLayer, toGrid, reason, note, team, person, automatic, by, at.
-- Index: escalation_reasons_pkey.
INSERT INTO cooperation.escalations
    (id, incident_id, number, from_layer, from_grid, to_layer, to_grid, reason, note, accountable_team,
     accountable_person, automatic, escalated_by, escalated_at)
VALUES (:id, :incident, :number, :fromLayer, :fromGrid, :toLayer, :toGrid, :reason, :note::text, :team::text,
        :person::text, :automatic, :by, :at)

-- Purpose: store the draft of a broadcast
-- Parameters: id, titleZh, titleEn, textZh, textEn, from, until, policy, layer, layerEdition, stairwellEdition, incident,
--             corrects, reason, actor
-- Output: row count
-- Index relied on: none
INSERT INTO notice.broadcasts (id, title_zh, title_en, text_zh, text_en, valid_from, valid_until, policy, layer, layer_edition,
    stairwell_edition, incident_id, corrects, reason, created_by)
VALUES (:id, :titleZh, :titleEn, :textZh, :textEn, :from, :until, :policy, :layer, CAST(:layerEdition AS uuid),
    CAST(:stairwellEdition AS uuid), CAST(:incident AS uuid), CAST(:corrects AS uuid), :reason, :actor);

-- Purpose: keep a question about an area with its answer
-- Parameters: id, area (GeoJSON text), since, until, reason, askedBy, askedAt, digest, answer (JSON text)
-- Output: none that is read
-- Index: area_questions_pkey
INSERT INTO replay.area_questions (id, area, since, until, reason, asked_by, asked_at, digest, answer)
VALUES (CAST(:id AS uuid), ST_SetSRID(ST_GeomFromGeoJSON(:area), 4326), :since, :until, :reason, :askedBy, :askedAt, :digest,
        CAST(:answer AS jsonb))

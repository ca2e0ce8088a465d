-- Purpose: keep a handover as it was when it was written
-- Parameters: id, began, taken, going, note, figures (JSON text)
-- Output: row count
-- Index relied on: primary key
INSERT INTO console.handovers (id, began, taken, going, note, figures)
VALUES (:id, :began, :taken, :going, :note, :figures::jsonb);

-- Purpose: store a decision on who owns a border
-- Parameters: id, layer, code_a, code_b, owner, line (WKB of a LineString, or null), subject, reason, decided_by, decided_at
-- Output: row count
-- Index relied on: primary key of grid.border_decisions
INSERT INTO grid.border_decisions (id, layer, code_a, code_b, owner, line, subject, reason, decided_by, decided_at)
VALUES (:id, :layer, :code_a, :code_b, :owner, ST_GeomFromWKB(CAST(:line AS bytea), 4326), :subject, :reason,
        :decided_by, :decided_at);

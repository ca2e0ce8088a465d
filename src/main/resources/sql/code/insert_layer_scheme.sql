-- Purpose: say that a layer is numbered by a scheme from an instant on
-- Parameters: layer, scheme, version, from, assigned_by
-- Output: row count
-- Index relied on: constraint one_scheme_at_a_time
INSERT INTO code.layer_schemes (layer, scheme, version, valid, assigned_by)
VALUES (:layer, :scheme, :version, tstzrange(:from, NULL), :assigned_by);

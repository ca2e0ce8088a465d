-- Gives a new gap or overlap the next number of its layer and kind; the caller holds the layer's lock.
-- Parameters: id, layer, kind, number, now. Output: row count. Index: faces_pkey.
INSERT INTO border.faces (id, layer, kind, number, first_seen) VALUES (:id, :layer, :kind, :number, :now)

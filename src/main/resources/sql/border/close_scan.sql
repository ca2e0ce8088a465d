-- Ends the known time of what the register said of a layer so far.
-- Parameters: layer, now. Output: row count. Index: one_scan_at_a_time.
UPDATE border.scans SET known = tstzrange(lower(known), :now) WHERE layer = :layer AND upper_inf(known)

-- Purpose: a text that changes whenever layers, periods or border decisions change
-- Parameters: none
-- Output: version, one row
-- Index relied on: none (small tables)
SELECT (SELECT count(*) FROM grid.layers) || '/' || count(*) || '/' || coalesce(max(id), 0) || '/'
       || count(*) FILTER (WHERE upper_inf(known)) || '/'
       || (SELECT count(*) || '/' || coalesce(max(id), 0) || '/' || count(*) FILTER (WHERE upper_inf(known))
           FROM grid.border_decision_periods) AS version
FROM grid.edition_periods;

-- Purpose: the codes of the departments of today
-- Parameters: none
-- Output: code
-- Index relied on: none, the view holds some dozens of rows
SELECT code FROM published.departments

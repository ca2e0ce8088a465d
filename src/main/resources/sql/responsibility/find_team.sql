-- The team of a grid as known now, and whether its template has a role and how many may hold it at once (null: any number).
-- Parameters: layer, gridCode, role. Relies on the exclusion constraint's index over (layer, grid_code).
SELECT t.id, t.template, r.role IS NOT NULL AS has_role, r.most
FROM responsibility.teams t
LEFT JOIN responsibility.template_roles r ON r.template = t.template AND r.role = :role
WHERE t.layer = :layer AND t.grid_code = :gridCode AND upper(t.known) = 'infinity'
ORDER BY upper(t.valid) DESC
LIMIT 1

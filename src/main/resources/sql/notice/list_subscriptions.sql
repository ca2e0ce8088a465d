-- Purpose: every subscription with its address
-- Parameters: none
-- Output: the columns of notice.subscriptions, channel, address
-- Index relied on: none (a few hundred rows at most)
SELECT s.id, s.target_id, s.name, t.channel, t.address, s.events, s.grid_code, s.categories, s.with_text, s.active,
       s.version, s.created_by, s.created_at
FROM notice.subscriptions s
JOIN notice.targets t ON t.id = s.target_id
ORDER BY s.created_at DESC, s.id;

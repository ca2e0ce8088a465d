-- Purpose: let an address go that this server held
-- Parameters: target, lease
-- Output: row count
-- Index relied on: primary key of notice.targets
UPDATE notice.targets SET lease = NULL, leased_until = NULL WHERE id = :target AND lease = CAST(:lease AS uuid);

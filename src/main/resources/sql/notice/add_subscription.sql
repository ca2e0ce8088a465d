-- Purpose: register a subscription; its address becomes a target unless it is one, whose secret changes only when one is given
-- Parameters: id, target (id of a new target), channel, address, secret, given (whether the caller chose the secret), name,
--             events, grid, categories, withText, actor
-- Output: fresh (whether the address was none before)
-- Index relied on: unique (channel, address) of notice.targets
WITH target AS (
    INSERT INTO notice.targets AS t (id, channel, address, secret)
    VALUES (CAST(:target AS uuid), :channel, :address, :secret)
    ON CONFLICT (channel, address) DO UPDATE
        SET secret = CASE WHEN CAST(:given AS boolean) THEN excluded.secret ELSE t.secret END
    RETURNING t.id
)
INSERT INTO notice.subscriptions (id, target_id, name, events, grid_code, categories, with_text, created_by)
SELECT CAST(:id AS uuid), target.id, :name, CAST(:events AS text[]), :grid, CAST(:categories AS text[]), :withText, :actor
FROM target
RETURNING target_id = CAST(:target AS uuid) AS fresh;

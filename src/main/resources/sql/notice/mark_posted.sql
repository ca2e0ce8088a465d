-- Purpose: note that a broadcast was posted in a group; the first who says so counts
-- Parameters: broadcast, group, actor
-- Output: row count, 0 when the broadcast does not go there
-- Index relied on: primary key of notice.deliveries
UPDATE notice.deliveries
SET delivered_at = coalesce(delivered_at, clock_timestamp()), delivered_by = coalesce(delivered_by, :actor)
WHERE broadcast_id = :broadcast AND channel = 'GROUP' AND code = :group;

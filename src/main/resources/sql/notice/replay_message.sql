-- Purpose: make a message wait again and serve its address at once
-- Parameters: id, version
-- (version: -1 stands for any)
-- Output: row count
-- Index relied on: primary keys
WITH again AS (
    UPDATE notice.messages
    SET state = 'WAITING', tries = 0, sent_at = NULL, next_try_at = clock_timestamp(), replays = replays + 1,
        version = version + 1
    WHERE id = :id AND :version IN (-1, version)
    RETURNING target_id
)
UPDATE notice.targets t SET open_until = NULL FROM again WHERE t.id = again.target_id;

-- Purpose: every address that a subscription in force uses or a message waits for, with how sending goes
-- Parameters: none
-- Output: id, channel, address, failures, open_until (only while it lasts), waiting, dead, oldest_waiting, last_sent
-- Index relied on: messages_waiting and messages_dead for the parts that matter
SELECT t.id, t.channel, t.address, t.failures,
       CASE WHEN t.open_until > clock_timestamp() THEN t.open_until END AS open_until,
       coalesce(count.waiting, 0) AS waiting, coalesce(count.dead, 0) AS dead, count.oldest_waiting, count.last_sent
FROM notice.targets t
LEFT JOIN (
    SELECT m.target_id,
           count(*) FILTER (WHERE m.state = 'WAITING') AS waiting,
           count(*) FILTER (WHERE m.state = 'DEAD') AS dead,
           min(m.created_at) FILTER (WHERE m.state = 'WAITING') AS oldest_waiting,
           max(m.sent_at) AS last_sent
    FROM notice.messages m
    GROUP BY m.target_id
) AS count ON count.target_id = t.id
ORDER BY coalesce(count.dead, 0) DESC, t.failures DESC, t.channel, t.address;

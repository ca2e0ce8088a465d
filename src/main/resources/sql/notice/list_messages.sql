-- Purpose: the messages that fit, the latest first
-- Parameters: off (channels without a carrier), state, target, about, event, id, before (the last id of the page before), rows;
--             null ones do not filter
-- Output: the columns of notice.messages with the state as a reader sees it; subscription (its name), channel, address
-- Index relied on: primary key of notice.messages (ids grow with time), messages_dead, messages_about
SELECT m.id, s.name AS subscription, t.channel, t.address, m.event, m.about, m.tries, m.replays, m.created_at,
       CASE WHEN m.state = 'WAITING' THEN m.next_try_at END AS next_try_at, m.sent_at, m.last_error, m.version,
       m.payload::text AS payload,
       CASE WHEN m.state = 'WAITING' AND t.channel = ANY (CAST(:off AS text[])) THEN 'NO_CARRIER' ELSE m.state END AS state
FROM notice.messages m
JOIN notice.targets t ON t.id = m.target_id
JOIN notice.subscriptions s ON s.id = m.subscription_id
WHERE (CAST(:id AS uuid) IS NULL OR m.id = CAST(:id AS uuid))
  AND (CAST(:before AS uuid) IS NULL OR m.id < CAST(:before AS uuid))
  AND (CAST(:target AS uuid) IS NULL OR m.target_id = CAST(:target AS uuid))
  AND (CAST(:about AS uuid) IS NULL OR m.about = CAST(:about AS uuid))
  AND (CAST(:event AS text) IS NULL OR m.event = CAST(:event AS text))
  AND (CAST(:state AS text) IS NULL
       OR CAST(:state AS text) = CASE WHEN m.state = 'WAITING' AND t.channel = ANY (CAST(:off AS text[]))
                                      THEN 'NO_CARRIER' ELSE m.state END)
ORDER BY m.id DESC
LIMIT :rows;

-- Purpose: take a broadcast from one state to another, if nobody did so before
-- Parameters: id, version, to, actor, reason (null keeps the one there is)
-- (version: -1 stands for any)
-- Output: row count, 0 when it has changed since
-- Index relied on: primary key of notice.broadcasts
UPDATE notice.broadcasts
SET state = :to, version = version + 1, reason = coalesce(CAST(:reason AS text), reason),
    sent_by = CASE WHEN :to = 'SENT' THEN :actor ELSE sent_by END,
    sent_at = CASE WHEN :to = 'SENT' THEN clock_timestamp() ELSE sent_at END,
    ended_by = CASE WHEN :to IN ('RECALLED', 'CORRECTED') THEN :actor END,
    ended_at = CASE WHEN :to IN ('RECALLED', 'CORRECTED') THEN clock_timestamp() END
WHERE id = :id AND :version IN (-1, version);

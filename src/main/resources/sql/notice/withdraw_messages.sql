-- Takes back the messages that were held back because what they tell could be taken back, and was.
-- Parameters, in order: about, since (the instant of what was taken back). Index relied on: messages_about.
DELETE FROM notice.messages m
USING (SELECT ?::uuid AS about, ?::timestamptz AS since) AS given
WHERE m.about = given.about AND m.state = 'WAITING' AND m.tries = 0 AND m.next_try_at > clock_timestamp()
  AND (m.payload ->> 'at')::timestamptz = given.since

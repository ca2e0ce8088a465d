-- Purpose: what a board shows now: broadcasts that are to be seen there until they end, recalled ones with the reason
-- Parameters: board (code of the place), now
-- Output: the columns of notice.broadcasts that the public may read; affected
-- Index relied on: deliveries_board
SELECT b.state, b.title_zh, b.title_en, b.text_zh, b.text_en, b.valid_from, b.valid_until, b.sent_at, b.ended_at,
       b.reason, b.corrects IS NOT NULL AS correction, d.affected
FROM notice.deliveries d
JOIN notice.broadcasts b ON b.id = d.broadcast_id
WHERE d.channel = 'BOARD' AND d.code = :board
  AND b.state IN ('SENT', 'RECALLED')
  AND b.valid_until > :now
ORDER BY b.state = 'RECALLED', b.valid_from, b.id;

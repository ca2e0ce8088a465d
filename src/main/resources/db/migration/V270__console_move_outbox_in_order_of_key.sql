-- After a busy hour the emptied outbox is long until it is vacuumed: read by its key it stays quick. Ids are drawn one by one
-- now, so their order is that of what happened.

DO $$
BEGIN
    EXECUTE format('ALTER SEQUENCE %s CACHE 1', pg_get_serial_sequence('platform.outbox', 'id'));
END
$$;

CREATE OR REPLACE FUNCTION console.move_outbox(most integer)
RETURNS TABLE (id bigint, at timestamptz, type text, subject text, payload text) LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
    PERFORM console.enter_stream();
    -- a statement of its own, so it sees what committed while the lock was waited for
    RETURN QUERY
    WITH taken AS (
        -- the oldest entries whose transactions have committed
        DELETE FROM platform.outbox AS entry
        WHERE entry.id IN (SELECT oldest.id FROM platform.outbox AS oldest ORDER BY oldest.id LIMIT most)
        RETURNING entry.id, entry.at, entry.type, entry.subject, entry.payload)
    INSERT INTO console.stream_events AS event (at, type, subject, payload)
    SELECT taken.at, taken.type, taken.subject, taken.payload
    FROM taken
    ORDER BY taken.id
    RETURNING event.id, event.at, event.type, event.subject, event.payload::text;
END
$$;

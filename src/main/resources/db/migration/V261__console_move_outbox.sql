-- Lock and move in one statement: no driver can end the transaction between the two.

CREATE FUNCTION console.move_outbox(most integer)
RETURNS TABLE (id bigint, at timestamptz, type text, subject text, payload text) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM console.enter_stream();
    -- a statement of its own, so it sees what committed while the lock was waited for
    RETURN QUERY
    WITH taken AS (
        -- the oldest entries whose transactions have committed
        DELETE FROM platform.outbox AS entry
        WHERE entry.id IN (SELECT oldest.id FROM platform.outbox AS oldest ORDER BY oldest.at, oldest.id LIMIT most)
        RETURNING entry.id, entry.at, entry.type, entry.subject, entry.payload)
    INSERT INTO console.stream_events AS event (at, type, subject, payload)
    SELECT taken.at, taken.type, taken.subject, taken.payload
    FROM taken
    ORDER BY taken.at, taken.id
    RETURNING event.id, event.at, event.type, event.subject, event.payload::text;
END
$$;
COMMENT ON FUNCTION console.move_outbox(integer) IS 'Moves up to so many outbox entries to the stream, oldest first; the events that they became, in any order.';

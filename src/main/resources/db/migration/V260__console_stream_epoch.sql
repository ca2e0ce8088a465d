-- Moving an outbox entry to the stream does not wait for the disk: until the move is on it, the entry still stands in the outbox.

CREATE TABLE console.stream_epoch (
    one              boolean     PRIMARY KEY DEFAULT true CHECK (one),
    database_started timestamptz NOT NULL
);
COMMENT ON TABLE console.stream_epoch IS 'Which start of the database the ids of the stream belong to. After another start ids leap ahead, so that an id whose move was lost with the database is never given to another event.';

CREATE FUNCTION console.enter_stream() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    ids  text   := pg_get_serial_sequence('console.stream_events', 'id');
    leap bigint := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(72026);
    IF EXISTS (SELECT FROM console.stream_epoch WHERE database_started = pg_postmaster_start_time()) THEN
        PERFORM set_config('synchronous_commit', 'off', true);
    ELSE
        -- this transaction waits for the disk, so the leap itself cannot be lost
        IF EXISTS (SELECT FROM console.stream_epoch) THEN
            leap := 10000;
            PERFORM setval(ids, nextval(ids) + leap);
        END IF;
        INSERT INTO console.stream_epoch (database_started) VALUES (pg_postmaster_start_time())
        ON CONFLICT (one) DO UPDATE SET database_started = excluded.database_started;
    END IF;
    RETURN leap;
END
$$;
COMMENT ON FUNCTION console.enter_stream() IS 'Lets one server at a time write to the stream until the transaction ends; how far the ids leapt, 0 as a rule.';

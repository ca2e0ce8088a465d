-- Purpose: let one server at a time write to the stream, until the transaction ends, without waiting for the disk
-- Parameters: none
-- Output: leap, how far the ids leapt because the database was started anew
-- Index relied on: none; console.stream_epoch has one row
SELECT console.enter_stream() AS leap;

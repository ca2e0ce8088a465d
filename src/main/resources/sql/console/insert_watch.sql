-- Purpose: note that a seat is watched in these ten minutes
-- Parameters: at, seat, actor
-- Output: row count
-- Index relied on: primary key
INSERT INTO console.seat_watch (slot, seat, actor)
VALUES (date_bin('10 minutes', :at, timestamptz 'epoch'), :seat, :actor)
ON CONFLICT DO NOTHING;

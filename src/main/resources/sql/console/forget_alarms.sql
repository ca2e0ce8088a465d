-- Purpose: forget what sounded, who took note, shelves that are over and watched seats from before an instant
-- Parameters: before
-- Output: how many rows went
-- Index relied on: alarm_soundings_at, alarm_acknowledgements_at, primary key of console.seat_watch; shelves are few
WITH soundings AS (
    DELETE FROM console.alarm_soundings WHERE at < :before RETURNING 1),
acknowledgements AS (
    DELETE FROM console.alarm_acknowledgements WHERE at < :before RETURNING 1),
shelves AS (
    DELETE FROM console.alarm_shelves WHERE ended_at < :before RETURNING 1),
watch AS (
    DELETE FROM console.seat_watch WHERE slot < :before RETURNING 1)
SELECT (SELECT count(*) FROM soundings) + (SELECT count(*) FROM acknowledgements)
     + (SELECT count(*) FROM shelves) + (SELECT count(*) FROM watch);

-- Purpose: forget the consoles that gave their last sign of life before so many days; each browser page is a console of its own
-- Parameters: days
-- Output: row count
-- Index relied on: seats_seen
DELETE FROM console.seats WHERE seen_at < clock_timestamp() - make_interval(days => :days);

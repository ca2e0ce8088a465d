-- Purpose: what can be said of the past: since when changes are kept, whether every transaction that had begun by an instant is
--   over, as of when the roster of that instant was known (first known, where it was not known yet), and the time now
-- Parameters: at
-- Output: one row: since, settled, roster_known_at, now
-- Index: none; recording has one row
SELECT r.since,
       NOT EXISTS (SELECT FROM pg_stat_activity a
                   WHERE a.datname = current_database() AND a.backend_xid IS NOT NULL AND a.pid <> pg_backend_pid()
                     AND a.xact_start <= CAST(:at AS timestamptz)) AS settled,
       greatest(CAST(:at AS timestamptz),
                (SELECT min(lower(p.known)) FROM published.roster_posts p WHERE lower(p.known) > '-infinity')) AS roster_known_at,
       clock_timestamp() AS now
FROM replay.recording r

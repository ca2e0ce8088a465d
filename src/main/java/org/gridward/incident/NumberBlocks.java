package org.gridward.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives each incident its number, such as 2026-0001234: the year in the city's zone and a running number. Numbers are taken
 * from the store 100 at a time, so they are unique over all servers and may have holes after a restart.
 */
@Component
class NumberBlocks {

    private static final int BLOCK = 100;
    private static final int DIGITS = 7;
    private static final String TAKE = "SELECT nextval('incident.number_blocks') FROM generate_series(1, :blocks)";

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Deque<Long> free = new ArrayDeque<>();

    NumberBlocks(JdbcClient jdbc, @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    synchronized String next(Instant reportedAt) {
        if (free.isEmpty()) {
            reserve(BLOCK);
        }
        String number = Long.toString(free.pop());
        return reportedAt.atZone(zone).getYear() + "-" + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }

    /** Takes as many blocks as {@code count} numbers need, in one statement. */
    synchronized void reserve(int count) {
        int missing = (count - free.size() + BLOCK - 1) / BLOCK;
        if (missing > 0) {
            for (Long block :
                    jdbc.sql(TAKE).param("blocks", missing).query(Long.class).list()) {
                for (int i = 0; i < BLOCK; i++) {
                    free.add((block - 1) * BLOCK + 1 + i);
                }
            }
        }
    }
}

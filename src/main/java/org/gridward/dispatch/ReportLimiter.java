package org.gridward.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Holds anonymous reports back when too many come from one address at one board, or at one board at all. Bounded: the keys
 * not used for longest are forgotten first.
 */
@Component
public class ReportLimiter {

    private static final int KEYS_MOST = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final int perAddress;
    private final int perBoard;
    private final Map<String, Deque<Instant>> recent = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > KEYS_MOST;
        }
    };

    @Autowired
    ReportLimiter(Clock clock) {
        this(clock, 10, 100);
    }

    ReportLimiter(Clock clock, int perAddress, int perBoard) {
        this.clock = clock;
        this.perAddress = perAddress;
        this.perBoard = perBoard;
    }

    /** @throws Problem 429 when this one would be too many within ten minutes */
    public synchronized void require(String board, String address) {
        Instant now = clock.instant();
        Deque<Instant> ofAddress = recent(board + " " + address, now);
        Deque<Instant> ofBoard = recent(board, now);
        if (ofAddress.size() >= perAddress || ofBoard.size() >= perBoard) {
            throw Problem.tooMany(
                    "too-many-reports",
                    "Too many reports came from here within ten minutes; call the number on the board, or try again"
                            + " later.");
        }
        ofAddress.add(now);
        ofBoard.add(now);
    }

    private Deque<Instant> recent(String key, Instant now) {
        Deque<Instant> times = recent.computeIfAbsent(key, fresh -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peek().isAfter(now.minus(WINDOW))) {
            times.poll();
        }
        return times;
    }
}

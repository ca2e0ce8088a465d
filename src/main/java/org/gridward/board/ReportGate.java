package org.gridward.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides which anonymous reports become cases at once and which are held for a look: by device, by code, by network
 * address, and by how many come altogether. In memory and bounded: the keys not used for longest are forgotten first, each
 * kind apart, so that a flood of made-up devices does not wash out what is known of addresses.
 */
@Component
final class ReportGate {

    private static final int KEYS_MOST = 10_000;
    private static final int DEVICE_HOUR = 6;
    private static final int DEVICE_DAY = 20;
    private static final int BOARD_HOUR = 60;
    private static final int ADDRESS_HOUR = 300;
    private static final int CITY_MINUTE = 300;
    private static final int ANSWERS_HOUR = 20;

    private record Device(SlidingCount hour, SlidingCount day) {}

    private final Clock clock;
    private final Map<String, Device> devices = recent();
    private final Map<String, SlidingCount> boards = recent();
    private final Map<String, SlidingCount> addresses = recent();
    private final Map<String, SlidingCount> answers = recent();
    private final Map<String, Optional<HoldReason>> decided = recent();
    private final SlidingCount city = new SlidingCount(Duration.ofMinutes(1), 60);

    ReportGate(Clock clock) {
        this.clock = clock;
    }

    /**
     * Empty where the report may become a case. A repeated request, known by its key, is decided as the first time and not
     * counted again.
     *
     * @param device what the page says of itself; null or blank for a program, which is then known by address and board
     * @param key the Idempotency-Key, or null
     */
    synchronized Optional<HoldReason> decide(String board, String device, String address, String key) {
        String request = key == null || key.isBlank() ? null : board + " " + key;
        if (request != null && decided.get(request) != null) {
            return decided.get(request);
        }
        Optional<HoldReason> decision =
                count(board, device == null || device.isBlank() ? address + " " + board : device, address);
        if (request != null) {
            decided.put(request, decision);
        }
        return decision;
    }

    /** A report that was let in and could not be taken at once: its repetitions are held too. */
    synchronized void held(String board, String key, HoldReason why) {
        if (key != null && !key.isBlank()) {
            decided.put(board + " " + key, Optional.of(why));
        }
    }

    /** Whether an address may answer, or guess at, one more question within the hour. */
    synchronized boolean mayAnswer(String address) {
        Instant now = clock.instant();
        SlidingCount of = answers.computeIfAbsent(address, fresh -> hour());
        of.add(now);
        return of.total(now) <= ANSWERS_HOUR;
    }

    private Optional<HoldReason> count(String board, String device, String address) {
        Instant now = clock.instant();
        Device ofDevice = devices.computeIfAbsent(device, fresh -> new Device(hour(), day()));
        SlidingCount ofBoard = boards.computeIfAbsent(board, fresh -> hour());
        SlidingCount ofAddress = addresses.computeIfAbsent(address, fresh -> hour());
        if (ofDevice.hour.total(now) >= DEVICE_HOUR || ofDevice.day.total(now) >= DEVICE_DAY) {
            return Optional.of(HoldReason.DEVICE);
        }
        if (ofBoard.total(now) >= BOARD_HOUR) {
            return Optional.of(HoldReason.BOARD);
        }
        if (ofAddress.total(now) >= ADDRESS_HOUR) {
            return Optional.of(HoldReason.ADDRESS);
        }
        if (city.total(now) >= CITY_MINUTE) {
            return Optional.of(HoldReason.BREAKER);
        }
        ofDevice.hour.add(now);
        ofDevice.day.add(now);
        ofBoard.add(now);
        ofAddress.add(now);
        city.add(now);
        return Optional.empty();
    }

    private static SlidingCount hour() {
        return new SlidingCount(Duration.ofHours(1), 60);
    }

    private static SlidingCount day() {
        return new SlidingCount(Duration.ofDays(1), 48);
    }

    private static <V> Map<String, V> recent() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEYS_MOST;
            }
        };
    }
}

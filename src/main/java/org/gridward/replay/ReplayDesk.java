package org.gridward.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Says what stood at a past second. Each answer is read from one state of the store. */
@Component
public class ReplayDesk {

    /** The way of one unit in a span, as [lon, lat, seconds before the end]. */
    public record Way(String unit, List<double[]> points) {}

    /** How many cases were reported in the parts of a span. */
    public record Histogram(Instant from, Instant to, int parts, List<Map<String, Long>> bars) {}

    private static final int MOST_WAY_POINTS = 50_000;
    private static final Duration LONGEST_WAY = Duration.ofHours(12);
    private static final int MOST_PARTS = 1_000;

    private final ReplayReader reader;

    ReplayDesk(ReplayReader reader) {
        this.reader = reader;
    }

    /** @throws Problem 422 for a second that has not come yet */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Snapshot snapshot(Instant at) {
        ReplayReader.Recording recording = require(at);
        return new Snapshot(
                at,
                recording.now(),
                recording.settled(),
                recording.since(),
                recording.rosterKnownAt(),
                reader.editions(at),
                reader.cases(at, recording.since()),
                reader.units(at));
    }

    /** The digests of what stood at a second. @throws Problem as {@link #snapshot} */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public StateHash hash(Instant at) {
        Snapshot snapshot = snapshot(at);
        return StateHash.of(snapshot, reader.roster(at).digest());
    }

    /**
     * A case as it stood at a second.
     *
     * @throws Problem as {@link #snapshot}; 404 {@code unknown-incident} where there was none of that id
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PastDetail incident(UUID id, Instant at) {
        return reader.find(id, at, require(at).since())
                .orElseThrow(() -> Problem.notFound(
                        "unknown-incident",
                        "There was no incident " + id + " at " + at + "; it was reported later, or there is none."));
    }

    /** The ways of all units in the time before a second. @throws Problem as {@link #snapshot}, 400 for a length that is none */
    @Transactional(readOnly = true)
    public List<Way> ways(Instant at, Duration length) {
        require(at);
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_WAY) > 0) {
            throw Problem.unreadable("minutes", "minutes is a number from 1 to " + LONGEST_WAY.toMinutes() + ".")
                    .with("/minutes", Fault.range(1, LONGEST_WAY.toMinutes()), "from 1 to " + LONGEST_WAY.toMinutes());
        }
        Map<String, List<double[]>> ways = new LinkedHashMap<>();
        for (ReplayReader.WayPoint point : reader.ways(at.minus(length), at, MOST_WAY_POINTS)) {
            double before = Duration.between(point.t(), at).toMillis() / 1000.0;
            ways.computeIfAbsent(point.unit(), unit -> new ArrayList<>())
                    .add(new double[] {point.lon(), point.lat(), before});
        }
        return ways.entrySet().stream()
                .map(entry -> new Way(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** @throws Problem 422 for a span that is empty, 400 for a number of parts that is none */
    @Transactional(readOnly = true)
    public Histogram histogram(Instant from, Instant to, int parts) {
        if (parts < 1 || parts > MOST_PARTS) {
            throw Problem.unreadable("parts", "parts " + parts + " is not a number from 1 to " + MOST_PARTS + ".")
                    .with("/parts", Fault.range(1, MOST_PARTS), "from 1 to " + MOST_PARTS);
        }
        if (!from.isBefore(to)) {
            throw Problem.unprocessable(
                            "period-empty", "The period from " + from + " to " + to + " is empty; send a later end.")
                    .with("/to", Fault.ORDER, "not after from");
        }
        List<Map<String, Long>> bars = reader.bars(from, to, parts).stream()
                .map(bar -> Map.of("part", (long) bar.part(), "reported", bar.reported(), "urgent", bar.urgent()))
                .toList();
        return new Histogram(from, to, parts, bars);
    }

    private ReplayReader.Recording require(Instant at) {
        ReplayReader.Recording recording = reader.recording(at);
        if (at.isAfter(recording.now())) {
            throw Problem.unprocessable(
                            "instant-to-come",
                            "It is " + recording.now() + "; what will stand at " + at
                                    + " is not known. Ask for a second that has passed.")
                    .with("/at", Fault.FUTURE, "has not come yet");
        }
        return recording;
    }
}

package org.gridward.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.gridward.geodesy.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Who owns the border points of one edition where decisions are recorded. Each stretch of border between two grids belongs
 * to the one that was decided, else to the lower code; a point belongs to the lowest code among the owners of the stretches
 * that meet in it, so that there is exactly one. Immutable and thread-safe.
 */
final class RecordedBorders {

    /** What lies along the line of a decision: within a metre of it. */
    static final double ALONG_METERS = 1;

    /** The owner of a point and the decision that made it so, if one did. */
    record Ruling(int owner, Optional<UUID> decision) {}

    private record Decided(UUID id, int owner, LocalFrame frame, Geometry line) {

        /** Whether the stretch lies along the line where it leaves the point: there and two metres on. */
        boolean covers(Coordinate from, Coordinate to) {
            if (line == null) {
                return true;
            }
            Coordinate here = meters(from);
            Coordinate there = meters(to);
            double on = Math.min(1, 2 * ALONG_METERS / here.distance(there));
            return isNear(here)
                    && isNear(new Coordinate(here.x + on * (there.x - here.x), here.y + on * (there.y - here.y)));
        }

        private Coordinate meters(Coordinate at) {
            return new Coordinate(frame.x(at.x), frame.y(at.y));
        }

        private boolean isNear(Coordinate meters) {
            return line.isWithinDistance(line.getFactory().createPoint(meters), ALONG_METERS);
        }
    }

    private final IntFunction<Geometry> shapes;
    private final Map<Long, List<Decided>> byPair = new HashMap<>();

    /**
     * @param decisions in force, the youngest first; those on grids that the edition does not have are passed over
     * @param index of a grid's code in the order of all codes, or -1
     */
    RecordedBorders(
            List<BorderDecision> decisions,
            java.util.function.ToIntFunction<String> index,
            IntFunction<Geometry> shapes) {
        this.shapes = shapes;
        for (BorderDecision decision : decisions) {
            int low = index.applyAsInt(decision.codeA());
            int high = index.applyAsInt(decision.codeB());
            if (low >= 0 && high >= 0) {
                byPair.computeIfAbsent(pair(low, high), key -> new ArrayList<>())
                        .add(decided(decision, low, high));
            }
        }
    }

    private static Decided decided(BorderDecision decision, int low, int high) {
        int owner = decision.owner().equals(decision.codeA()) ? low : high;
        return decision.line()
                .map(line -> {
                    Coordinate first = line.getCoordinateN(0);
                    LocalFrame frame = LocalFrame.at(first.x, first.y);
                    return new Decided(decision.id(), owner, frame, frame.toMeters(line));
                })
                .orElseGet(() -> new Decided(decision.id(), owner, null, null));
    }

    private static long pair(int low, int high) {
        return (long) low << 32 | high;
    }

    /** The owner of a point that several grids hold, given ascending. */
    int owner(int[] holders, double lon, double lat) {
        return isConcerned(holders) ? ruling(holders, lon, lat).owner() : holders[0];
    }

    /** The owner with the reason for it. */
    Ruling ruling(int[] holders, double lon, double lat) {
        if (holders.length < 2 || !isConcerned(holders)) {
            return new Ruling(holders[0], Optional.empty());
        }
        Coordinate at = new Coordinate(lon, lat);
        Ruling best = null;
        List<BorderStar.Stretch> star = BorderStar.at(holders, shapes, lon, lat);
        for (BorderStar.Stretch stretch : star) {
            best = lower(best, ruling(stretch, at));
        }
        for (int holder : holders) {
            boolean inside = star.stream().noneMatch(stretch -> stretch.grids().contains(holder));
            best = inside ? lower(best, new Ruling(holder, Optional.empty())) : best;
        }
        return best;
    }

    private Ruling ruling(BorderStar.Stretch stretch, Coordinate at) {
        int lowest = stretch.grids().stream().min(Integer::compare).orElseThrow();
        if (stretch.grids().size() == 2) {
            int other = stretch.grids().get(0) == lowest
                    ? stretch.grids().get(1)
                    : stretch.grids().get(0);
            for (Decided decided : byPair.getOrDefault(pair(lowest, other), List.of())) {
                if (decided.line() != null && decided.covers(at, stretch.to())) {
                    return new Ruling(decided.owner(), Optional.of(decided.id()));
                }
            }
            for (Decided decided : byPair.getOrDefault(pair(lowest, other), List.of())) {
                if (decided.line() == null) {
                    return new Ruling(decided.owner(), Optional.of(decided.id()));
                }
            }
        }
        return new Ruling(lowest, Optional.empty());
    }

    private static Ruling lower(Ruling one, Ruling other) {
        if (one == null || other.owner() < one.owner()) {
            return other;
        }
        return one.owner() == other.owner() && one.decision().isEmpty() ? other : one;
    }

    private boolean isConcerned(int[] holders) {
        for (int i = 0; i < holders.length; i++) {
            for (int k = i + 1; k < holders.length; k++) {
                if (byPair.containsKey(pair(holders[i], holders[k]))) {
                    return true;
                }
            }
        }
        return false;
    }
}

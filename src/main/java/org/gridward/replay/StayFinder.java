package org.gridward.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * When a unit was inside an area, from its fixes in order: between two fixes it went straight at one speed, so a stretch is cut
 * where it crosses the border. Longer than {@link #GAP} between two fixes nothing is known: a stay ends with the last fix
 * before and the time between counts as not known, never as inside. Pure.
 */
final class StayFinder {

    /** Between two fixes farther apart in time nobody knows where the unit was. */
    static final Duration GAP = Duration.ofMinutes(5);

    /** How a stay begins or ends: over the border, with a gap in the track, or with the window that was asked for. */
    enum Edge {
        BORDER,
        GAP,
        WINDOW
    }

    /** One step of a track: from a fix (null: the first of all) to the next. */
    record Step(Instant from, double fromLon, double fromLat, Instant to, double toLon, double toLat) {}

    /** A time inside, from its entry to its exit. */
    record Stay(Instant entry, Edge entryBy, Instant exit, Edge exitBy) {

        double seconds() {
            return ChronoUnit.MICROS.between(entry, exit) / 1e6;
        }
    }

    /** What is known of one unit: its stays, and for how long nothing is known while it may have been inside. */
    record Found(List<Stay> stays, double unknownSeconds) {

        double seconds() {
            return stays.stream().mapToDouble(Stay::seconds).sum();
        }
    }

    private final Polygon area;
    private final IndexedPointInAreaLocator locator;
    private final Envelope box;
    private final Instant since;
    private final Instant until;

    StayFinder(Polygon area, Instant since, Instant until) {
        this.area = area;
        this.locator = new IndexedPointInAreaLocator(area);
        this.box = area.getEnvelopeInternal();
        this.since = since;
        this.until = until;
    }

    /** @param steps those of one unit in order that may meet the area; others may be left out */
    Found find(List<Step> steps) {
        List<Stay> stays = new ArrayList<>();
        double unknown = 0;
        for (Step step : steps) {
            boolean known = step.from() != null
                    && Duration.between(step.from(), step.to()).compareTo(GAP) <= 0;
            if (known) {
                inside(step).forEach(stay -> add(stays, stay));
            } else if (step.from() != null && mayBeInside(step)) {
                unknown += overlapSeconds(step.from(), step.to());
            }
            if (!known) {
                endWithGap(stays, step);
                seen(stays, step);
            }
        }
        return new Found(stays, unknown);
    }

    /** The stretches of a step that lie inside, as times; the border counts as inside. */
    private List<Stay> inside(Step step) {
        List<Stay> found = new ArrayList<>();
        double[] cuts = cuts(step);
        for (int i = 0; i + 1 < cuts.length; i++) {
            double middle = (cuts[i] + cuts[i + 1]) / 2;
            if (cuts[i] < cuts[i + 1] && holds(at(step, middle))) {
                Instant entry = time(step, cuts[i]);
                Instant exit = time(step, cuts[i + 1]);
                Edge by = cuts[i] == 0 ? Edge.GAP : Edge.BORDER;
                clip(new Stay(entry, by, exit, cuts[i + 1] == 1 ? Edge.GAP : Edge.BORDER))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private java.util.Optional<Stay> clip(Stay stay) {
        boolean early = stay.entry().isBefore(since);
        boolean late = stay.exit().isAfter(until);
        Instant entry = early ? since : stay.entry();
        Instant exit = late ? until : stay.exit();
        return exit.isBefore(entry)
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Stay(
                        entry, early ? Edge.WINDOW : stay.entryBy(), exit, late ? Edge.WINDOW : stay.exitBy()));
    }

    /** A stay goes on where the next begins at the instant at which it ends. */
    private static void add(List<Stay> stays, Stay next) {
        Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        if (last != null && !next.entry().isAfter(last.exit())) {
            stays.set(
                    stays.size() - 1,
                    new Stay(last.entry(), last.entryBy(), later(last.exit(), next.exit()), next.exitBy()));
        } else {
            stays.add(next);
        }
    }

    private static void endWithGap(List<Stay> stays, Step step) {
        Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        if (last != null && step.from() != null && last.exit().equals(step.from())) {
            stays.set(stays.size() - 1, new Stay(last.entry(), last.entryBy(), last.exit(), Edge.GAP));
        }
    }

    /** A fix after a gap is an instant inside, which later steps may make longer. */
    private void seen(List<Stay> stays, Step step) {
        boolean within = !step.to().isBefore(since) && !step.to().isAfter(until);
        if (within && holds(new Coordinate(step.toLon(), step.toLat()))) {
            add(stays, new Stay(step.to(), Edge.GAP, step.to(), Edge.GAP));
        }
    }

    private boolean mayBeInside(Step step) {
        return holds(new Coordinate(step.fromLon(), step.fromLat()))
                || holds(new Coordinate(step.toLon(), step.toLat()))
                || cuts(step).length > 2;
    }

    /** Where, from 0 to 1, a step meets the borders of the area; 0 and 1 among them. */
    private double[] cuts(Step step) {
        Envelope own = new Envelope(step.fromLon(), step.toLon(), step.fromLat(), step.toLat());
        List<Double> cuts = new ArrayList<>(List.of(0.0, 1.0));
        if (own.intersects(box)) {
            cut(step, own, area.getExteriorRing(), cuts);
            for (int i = 0; i < area.getNumInteriorRing(); i++) {
                cut(step, own, area.getInteriorRingN(i), cuts);
            }
        }
        return cuts.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
    }

    private static void cut(Step step, Envelope own, LineString ring, List<Double> cuts) {
        Coordinate[] corners = ring.getCoordinates();
        double dx = step.toLon() - step.fromLon();
        double dy = step.toLat() - step.fromLat();
        for (int i = 0; i + 1 < corners.length; i++) {
            Coordinate a = corners[i];
            Coordinate b = corners[i + 1];
            if (!own.intersects(a, b)) {
                continue;
            }
            double ex = b.x - a.x;
            double ey = b.y - a.y;
            double cross = dx * ey - dy * ex;
            if (cross == 0) {
                for (Coordinate end : Arrays.asList(a, b)) {
                    along(dx, dy, end.x - step.fromLon(), end.y - step.fromLat(), cuts);
                }
                continue;
            }
            double ax = a.x - step.fromLon();
            double ay = a.y - step.fromLat();
            double u = (ax * ey - ay * ex) / cross;
            double v = (ax * dy - ay * dx) / cross;
            if (u >= 0 && u <= 1 && v >= 0 && v <= 1) {
                cuts.add(u);
            }
        }
    }

    private static void along(double dx, double dy, double px, double py, List<Double> cuts) {
        double length = dx * dx + dy * dy;
        if (length > 0) {
            double u = (px * dx + py * dy) / length;
            if (u > 0 && u < 1) {
                cuts.add(u);
            }
        }
    }

    private boolean holds(Coordinate spot) {
        return box.contains(spot) && locator.locate(spot) != Location.EXTERIOR;
    }

    private double overlapSeconds(Instant from, Instant to) {
        Instant begin = later(from, since);
        Instant end = to.isBefore(until) ? to : until;
        return Math.max(0, ChronoUnit.MICROS.between(begin, end) / 1e6);
    }

    private static Coordinate at(Step step, double u) {
        return new Coordinate(
                step.fromLon() + u * (step.toLon() - step.fromLon()),
                step.fromLat() + u * (step.toLat() - step.fromLat()));
    }

    private static Instant time(Step step, double u) {
        long micros = ChronoUnit.MICROS.between(step.from(), step.to());
        return step.from().plus(Math.round(u * micros), ChronoUnit.MICROS);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}

package org.gridward.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.geodesy.LocalFrame;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Public reports of what a patrol could have seen. For each report the latest pass of a unit within sight distance before it is
 * found: on the straight way between two fixes that follow within ten minutes, or at a fix. Not safe for several threads.
 */
final class Missed {

    /** How a public report stands to the patrols before it. */
    enum Verdict {
        /** Somebody passed while the matter was, by τ, already there, and did not report it. */
        PASSED_UNREPORTED,
        /** The last pass was longer ago than τ: it would have been seen late. */
        SEEN_LATE,
        /** Nobody passed in the time that is looked back. */
        NOT_PASSED
    }

    /** Fixes further apart than this are not joined. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(10);

    /** How far tracks are read back before the first report. */
    static final Duration LOOK_BACK = Duration.ofDays(30);

    private static final double DEGREES_A_METER = 1 / 100_000.0;

    private record Report(UUID id, double lon, double lat, Instant at, LocalFrame frame) {}

    private final SightRules rules;
    private final STRtree tree = new STRtree();
    private final Map<UUID, Instant> latest = new HashMap<>();
    private int reports;
    private String unit;
    private Instant lastAt;
    private double lastLon;
    private double lastLat;

    Missed(SightRules rules, List<CaseHistory> cases) {
        this.rules = rules;
        for (CaseHistory one : cases) {
            if (one.isPublic() && rules.tau(one).isPresent()) {
                LocalFrame frame = LocalFrame.at(one.lon(), one.lat());
                tree.insert(
                        new Envelope(one.lon(), one.lon(), one.lat(), one.lat()),
                        new Report(one.id(), one.lon(), one.lat(), one.reportedAt(), frame));
                reports++;
            }
        }
        tree.build();
    }

    /** Whether there is a report to judge. */
    boolean isNeeded() {
        return reports > 0;
    }

    /** The next fix; unit by unit, each in order of time. */
    void fix(String code, String kind, Instant at, double lon, double lat) {
        boolean follows = code.equals(unit) && Duration.between(lastAt, at).compareTo(LONGEST_GAP) <= 0;
        pass(kind, follows ? lastLon : lon, follows ? lastLat : lat, follows ? lastAt : at, lon, lat, at);
        unit = code;
        lastAt = at;
        lastLon = lon;
        lastLat = lat;
    }

    private void pass(String kind, double lon0, double lat0, Instant t0, double lon1, double lat1, Instant t1) {
        double sight = rules.sightMeters(kind);
        Envelope box = new Envelope(lon0, lon1, lat0, lat1);
        double margin = sight * DEGREES_A_METER;
        box.expandBy(margin / Math.max(0.1, Math.cos(Math.toRadians(lat0))), margin);
        for (Object found : tree.query(box)) {
            Report report = (Report) found;
            double ax = report.frame().x(lon0);
            double ay = report.frame().y(lat0);
            double dx = report.frame().x(lon1) - ax;
            double dy = report.frame().y(lat1) - ay;
            double squared = dx * dx + dy * dy;
            double px = report.frame().x(report.lon()) - ax;
            double py = report.frame().y(report.lat()) - ay;
            double nearest = squared == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
            double on = Math.min(nearest, share(t0, t1, report.at()));
            double meters = Math.hypot(px - on * dx, py - on * dy);
            Instant at = t0.plusNanos((long) (on * Duration.between(t0, t1).toNanos()));
            if (meters <= sight && !at.isAfter(report.at())) {
                latest.merge(report.id(), at, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
    }

    /** How much of the way between two fixes was gone at an instant: after it nothing counts. */
    private static double share(Instant t0, Instant t1, Instant at) {
        double whole = Duration.between(t0, t1).toMillis();
        return whole <= 0 ? 1 : Math.max(0, Math.min(1, Duration.between(t0, at).toMillis() / whole));
    }

    /** The verdict on a case; empty: no public report, or of a kind that no patrol sees. */
    Optional<Verdict> verdict(CaseHistory one) {
        Optional<Duration> tau = one.isPublic() ? rules.tau(one) : Optional.empty();
        return tau.map(within -> {
            Instant pass = latest.get(one.id());
            if (pass == null || pass.isBefore(one.reportedAt().minus(LOOK_BACK))) {
                return Verdict.NOT_PASSED;
            }
            return Duration.between(pass, one.reportedAt()).compareTo(within) <= 0
                    ? Verdict.PASSED_UNREPORTED
                    : Verdict.SEEN_LATE;
        });
    }
}

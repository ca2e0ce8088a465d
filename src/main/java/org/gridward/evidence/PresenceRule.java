package org.gridward.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridward.geodesy.LocalFrame;

/**
 * Judges a claim "I was here then" by the fixes of the unit's own track, as docs/presence.md defines it. Pure: the same claim
 * and the same set of fixes, in whatever order they came, give the same answer.
 */
final class PresenceRule {

    /** A claim: when, where, how exactly; whether it is the end of a stay (FINISH) or its beginning. */
    record Claim(Instant at, double lon, double lat, double accuracyMeters, boolean ending) {}

    /** One fix of the track; accuracy null where unknown. */
    record Fix(Instant at, double lon, double lat, Double accuracyMeters) {}

    /** The answer. */
    record Judgement(Verdict verdict, PresenceReason reason, PresenceFigures figures) {}

    private record Spot(Instant at, double meters, boolean near) {}

    private record Stay(Instant first, Instant last) {
        long seconds() {
            return Duration.between(first, last).toSeconds();
        }
    }

    private static final double COARSE_METERS = 200;
    private static final double UNKNOWN_ACCURACY_METERS = 30;
    private static final double ALLOWANCE_MOST_METERS = 50;
    private static final double LEAP_METERS_PER_SECOND = 60;

    private final PresenceParameters parameters;

    PresenceRule(PresenceParameters parameters) {
        this.parameters = parameters;
    }

    Judgement judge(Claim claim, List<Fix> fixes) {
        List<Spot> spots = spots(claim, fixes);
        if (spots.isEmpty()) {
            return new Judgement(
                    Verdict.NO_TRACK, PresenceReason.NO_FIXES, new PresenceFigures(null, null, 0, 0, null, 0));
        }
        List<Stay> stays = stays(spots);
        Optional<Stay> at = stays.stream()
                .filter(stay -> distance(claim.at(), stay) <= parameters.slackSeconds())
                .max(Comparator.comparingLong(Stay::seconds).thenComparing(Stay::first));
        if (at.isPresent()) {
            boolean enough = at.get().seconds() >= parameters.dwellSeconds();
            return answer(
                    claim,
                    spots,
                    enough ? Verdict.PROVED : Verdict.PLAUSIBLE,
                    enough ? PresenceReason.AT_PLACE : PresenceReason.SHORT_STAY,
                    at.get().seconds(),
                    0);
        }
        Optional<Stay> shifted = stays.stream()
                .filter(stay -> stay.seconds() >= parameters.dwellSeconds())
                .filter(stay -> Math.abs(offset(claim, stay)) <= parameters.offsetMostSeconds())
                .min(Comparator.<Stay>comparingLong(stay -> Math.abs(offset(claim, stay)))
                        .thenComparing(Stay::first));
        if (shifted.isPresent()) {
            return answer(
                    claim,
                    spots,
                    Verdict.PLAUSIBLE,
                    PresenceReason.CLOCK_OFFSET,
                    shifted.get().seconds(),
                    offset(claim, shifted.get()));
        }
        return elsewhere(claim, spots);
    }

    /** No stay explains the claim: known to be elsewhere, or a gap in which the unit could or could not have come. */
    private Judgement elsewhere(Claim claim, List<Spot> spots) {
        Optional<Spot> before = before(claim.at(), spots);
        Optional<Spot> after = after(claim.at(), spots);
        if (covered(claim.at(), before, after)) {
            return answer(claim, spots, Verdict.NOT_SUPPORTED, PresenceReason.ELSEWHERE, 0, 0);
        }
        boolean reachable = before.map(spot -> reaches(spot, claim)).orElse(true)
                && after.map(spot -> reaches(spot, claim)).orElse(true);
        if (!reachable) {
            return answer(claim, spots, Verdict.NOT_SUPPORTED, PresenceReason.OUT_OF_REACH, 0, 0);
        }
        boolean both = before.isPresent() && after.isPresent();
        return answer(
                claim,
                spots,
                both ? Verdict.PLAUSIBLE : Verdict.NO_TRACK,
                both ? PresenceReason.REACHABLE : PresenceReason.NO_FIXES,
                0,
                0);
    }

    private boolean reaches(Spot spot, Claim claim) {
        double way = Math.max(0, spot.meters() - parameters.radiusMeters());
        return way <= parameters.speedMetersPerSecond() * seconds(spot.at(), claim.at());
    }

    /** Whether the track says where the unit was at an instant: between two fixes close in time, or beside one. */
    private boolean covered(Instant at, Optional<Spot> before, Optional<Spot> after) {
        boolean between = before.isPresent()
                && after.isPresent()
                && seconds(before.get().at(), after.get().at()) <= parameters.gapSeconds();
        return between
                || before.filter(spot -> seconds(spot.at(), at) <= parameters.slackSeconds())
                        .isPresent()
                || after.filter(spot -> seconds(spot.at(), at) <= parameters.slackSeconds())
                        .isPresent();
    }

    private List<Spot> spots(Claim claim, List<Fix> fixes) {
        LocalFrame frame = LocalFrame.at(claim.lon(), claim.lat());
        List<Fix> inTime = fixes.stream()
                .filter(fix -> seconds(fix.at(), claim.at()) <= parameters.windowSeconds())
                .filter(fix -> fix.accuracyMeters() == null || fix.accuracyMeters() <= COARSE_METERS)
                .sorted(Comparator.comparing(Fix::at))
                .toList();
        List<Spot> spots = new ArrayList<>();
        Fix last = null;
        for (Fix fix : inTime) {
            if (last != null && leaps(frame, last, fix)) {
                continue;
            }
            last = fix;
            double meters = frame.metersBetween(claim.lon(), claim.lat(), fix.lon(), fix.lat());
            double accuracy = fix.accuracyMeters() == null ? UNKNOWN_ACCURACY_METERS : fix.accuracyMeters();
            double reach = parameters.radiusMeters()
                    + Math.min(accuracy, ALLOWANCE_MOST_METERS)
                    + Math.min(claim.accuracyMeters(), ALLOWANCE_MOST_METERS);
            spots.add(new Spot(fix.at(), meters, meters <= reach));
        }
        return spots;
    }

    private static boolean leaps(LocalFrame frame, Fix from, Fix to) {
        double meters = frame.metersBetween(from.lon(), from.lat(), to.lon(), to.lat());
        return meters > COARSE_METERS && meters > LEAP_METERS_PER_SECOND * seconds(from.at(), to.at());
    }

    private List<Stay> stays(List<Spot> spots) {
        List<Stay> stays = new ArrayList<>();
        Spot first = null;
        Spot last = null;
        for (Spot spot : spots) {
            boolean goesOn = spot.near() && last != null && seconds(last.at(), spot.at()) <= parameters.gapSeconds();
            if (first != null && !goesOn) {
                stays.add(new Stay(first.at(), last.at()));
                first = null;
            }
            if (spot.near()) {
                first = first == null ? spot : first;
                last = spot;
            } else {
                last = null;
            }
        }
        if (first != null) {
            stays.add(new Stay(first.at(), last.at()));
        }
        return stays;
    }

    private static double distance(Instant at, Stay stay) {
        if (at.isBefore(stay.first())) {
            return seconds(at, stay.first());
        }
        return at.isAfter(stay.last()) ? seconds(stay.last(), at) : 0;
    }

    /** Seconds by which the claimed time is later than what it claims: the beginning, or the end, of a stay. */
    private static long offset(Claim claim, Stay stay) {
        return Duration.between(claim.ending() ? stay.last() : stay.first(), claim.at())
                .toSeconds();
    }

    private Judgement answer(
            Claim claim, List<Spot> spots, Verdict verdict, PresenceReason reason, long dwell, long offset) {
        Optional<Spot> before = before(claim.at(), spots);
        Optional<Spot> after = after(claim.at(), spots);
        Double distance = covered(claim.at(), before, after) ? between(claim.at(), before, after) : null;
        Long gap = before.isPresent() && after.isPresent()
                ? Duration.between(before.get().at(), after.get().at()).toSeconds()
                : null;
        double nearest = spots.stream().mapToDouble(Spot::meters).min().orElseThrow();
        return new Judgement(
                verdict,
                reason,
                new PresenceFigures(round(distance), round(nearest), dwell, offset, gap, spots.size()));
    }

    private static Double between(Instant at, Optional<Spot> before, Optional<Spot> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.or(() -> after).map(Spot::meters).orElse(null);
        }
        double span = seconds(before.get().at(), after.get().at());
        double share = span == 0 ? 0 : seconds(before.get().at(), at) / span;
        return before.get().meters()
                + share * (after.get().meters() - before.get().meters());
    }

    private static Optional<Spot> before(Instant at, List<Spot> spots) {
        return spots.stream().filter(spot -> !spot.at().isAfter(at)).reduce((one, later) -> later);
    }

    private static Optional<Spot> after(Instant at, List<Spot> spots) {
        return spots.stream().filter(spot -> !spot.at().isBefore(at)).findFirst();
    }

    private static double seconds(Instant one, Instant other) {
        return Duration.between(one, other).abs().toMillis() / 1_000.0;
    }

    private static Double round(Double meters) {
        return meters == null ? null : Math.round(meters * 10) / 10.0;
    }
}

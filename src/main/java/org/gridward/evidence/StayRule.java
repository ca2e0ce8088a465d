package org.gridward.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.gridward.geodesy.LocalFrame;

/** Says whether a track stayed at a place from one instant to another; pure, and the order of the fixes does not matter. */
final class StayRule {

    private static final double RADIUS_METERS = 100;
    private static final double ALLOWANCE_MOST_METERS = 50;
    private static final long AWAY_MOST_SECONDS = 300;

    private StayRule() {}

    static Hold.Stay judge(double lon, double lat, Instant since, Instant until, List<PresenceRule.Fix> fixes) {
        LocalFrame frame = LocalFrame.at(lon, lat);
        List<PresenceRule.Fix> inTime = fixes.stream()
                .filter(fix -> !fix.at().isBefore(since) && !fix.at().isAfter(until))
                .sorted(Comparator.comparing(PresenceRule.Fix::at))
                .toList();
        if (inTime.isEmpty()) {
            return new Hold.Stay(
                    Hold.Kept.NO_TRACK, 0, Duration.between(since, until).toSeconds(), 0);
        }
        long atPlace = 0;
        long longest = 0;
        Instant last = since;
        boolean near = true;
        for (PresenceRule.Fix fix : inTime) {
            double accuracy = fix.accuracyMeters() == null ? 30 : Math.min(fix.accuracyMeters(), ALLOWANCE_MOST_METERS);
            boolean nearNow = frame.metersBetween(lon, lat, fix.lon(), fix.lat()) <= RADIUS_METERS + accuracy;
            if (nearNow) {
                long step = Duration.between(last, fix.at()).toSeconds();
                longest = Math.max(longest, step);
                atPlace += near ? step : 0;
                last = fix.at();
            }
            near = nearNow;
        }
        longest = Math.max(longest, Duration.between(last, until).toSeconds());
        return new Hold.Stay(
                near && longest <= AWAY_MOST_SECONDS ? Hold.Kept.STAYED : Hold.Kept.LEFT,
                atPlace,
                longest,
                inTime.size());
    }
}

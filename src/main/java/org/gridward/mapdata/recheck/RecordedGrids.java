package org.gridward.mapdata.recheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.grid.LayerKind;

/**
 * What is recorded of an incident in one edition of one layer, beside what PostGIS finds there. Pure.
 *
 * @param recorded codes with their shares; none: nothing is recorded
 * @param placed when each of them was recorded, in their order
 * @param held codes that hold the spot, sorted
 * @param disc codes that the error disc touches with their shares of it; none without an accuracy
 * @param narrowed the reporter named one grid of those that the disc touches
 * @param door whether the edition was in force when the incident was placed
 */
record RecordedGrids(
        String number,
        String layer,
        String edition,
        Map<String, Double> recorded,
        List<Instant> placed,
        List<String> held,
        Map<String, Double> disc,
        double lon,
        double lat,
        double accuracyMeters,
        boolean narrowed,
        Instant occurredAt,
        Instant knownAt,
        boolean door) {

    /** What a share may differ by: the disc that is measured again is a polygon of 128 sides. */
    static final double SHARE_TOLERANCE = 0.005;

    private static final double LEAST_DISC_METERS = 0.001;

    /** Who may own the spot at a time, as known at a time; asked only where several grids hold it. */
    interface Owners {

        Set<String> at(Instant at, Instant knownAt);
    }

    /** What differs, in words. */
    Optional<String> fault(LayerKind kind, Owners owners) {
        List<String> faults = new ArrayList<>();
        Set<String> own = kind == LayerKind.FREE ? new TreeSet<>(held) : owner(owners);
        boolean disc = accuracyMeters >= LEAST_DISC_METERS;
        if (recorded.isEmpty()) {
            if (!own.isEmpty()) {
                faults.add("recorded nothing, a row is missing, PostGIS says " + own);
            }
        } else if (disc) {
            discFaults(own, faults);
        } else if (kind == LayerKind.FREE ? !recorded.keySet().equals(own) : !isOneOf(own)) {
            faults.add("recorded " + recorded.keySet() + ", PostGIS says " + own);
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    }

    /** In a partition every recorded code owned the spot when it was recorded; more than one only by a later border decision. */
    private boolean isOneOf(Set<String> own) {
        return own.containsAll(recorded.keySet()) && (recorded.size() == 1 || held.size() > 1);
    }

    private Set<String> owner(Owners owners) {
        if (held.size() < 2) {
            return new TreeSet<>(held);
        }
        Set<String> own = new TreeSet<>();
        if (door) {
            own.addAll(owners.at(occurredAt, knownAt));
        }
        placed.stream()
                .map(time -> time.isBefore(knownAt) ? knownAt : time)
                .filter(time -> !door || time.isAfter(knownAt.plusSeconds(1)))
                .distinct()
                .forEach(time -> own.addAll(owners.at(time, time)));
        return own;
    }

    private void discFaults(Set<String> own, List<String> faults) {
        if (!narrowed && !own.isEmpty() && own.stream().noneMatch(recorded::containsKey)) {
            faults.add("recorded " + recorded.keySet() + " without the grid of the spot itself, PostGIS says " + own);
        }
        recorded.forEach((code, share) -> {
            double again = disc.getOrDefault(code, 0.0);
            if (Math.abs(share - again) > SHARE_TOLERANCE) {
                faults.add(String.format(
                        Locale.ROOT, "recorded a share of %.4f of %s, PostGIS says %.4f", share, code, again));
            }
        });
        disc.forEach((code, share) -> {
            if (!narrowed && share > SHARE_TOLERANCE && !recorded.containsKey(code)) {
                faults.add(String.format(
                        Locale.ROOT, "recorded no row of %s, PostGIS gives it %.4f of the disc", code, share));
            }
        });
    }
}

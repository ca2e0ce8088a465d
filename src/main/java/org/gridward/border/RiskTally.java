package org.gridward.border;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridward.geometry.Arc;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.NearArc;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;

/** Gives each case to the one arc that it lies nearest to, if that lies within the case's accuracy, and sums by arc. */
final class RiskTally {

    private static final double SECONDS = 3_600;
    private static final double MOST_HOURS = 24;

    /** Stands in the receipt's lines for a case that an arc has. */
    static final String NEAR = "near";

    /** The sums of one arc. */
    static final class Sums {
        long cases;
        long returns;
        long handOvers;
        long joint;
        double hoursLost;

        double index() {
            return RiskyBorder.index(cases, returns, handOvers, joint, hoursLost);
        }
    }

    private final Map<Integer, Sums> byArc = new HashMap<>();
    private final OptionalDouble medianHours;
    private final Tally points = new Tally();
    private long near;

    private RiskTally(OptionalDouble medianHours) {
        this.medianHours = medianHours;
    }

    static RiskTally of(Arrangement borders, List<GroundFacts.Case> cases, double defaultAccuracyMeters) {
        RiskTally tally = new RiskTally(median(cases));
        for (GroundFacts.Case one : cases) {
            Optional<NearArc> nearest = borders.nearestArc(one.lon(), one.lat());
            double reach = one.accuracyMeters().orElse(defaultAccuracyMeters);
            Optional<NearArc> near = nearest.filter(found -> found.meters() <= reach);
            near.ifPresent(found -> tally.add(found.arc(), one));
            tally.points.add(
                    near.isPresent() ? PointStanding.OWNED : PointStanding.OUTSIDE, near.isPresent() ? NEAR : "");
        }
        return tally;
    }

    private void add(Arc arc, GroundFacts.Case one) {
        near++;
        Sums sums = byArc.computeIfAbsent(arc.id(), id -> new Sums());
        sums.cases++;
        sums.returns += one.returns();
        sums.handOvers += one.handOvers();
        sums.joint += one.joint() ? 1 : 0;
        if (one.waitedSeconds().isPresent() && medianHours.isPresent()) {
            double late = one.waitedSeconds().getAsDouble() / SECONDS - medianHours.getAsDouble();
            sums.hoursLost += Math.max(0, Math.min(MOST_HOURS, late));
        }
    }

    private static OptionalDouble median(List<GroundFacts.Case> cases) {
        double[] waits = cases.stream()
                .filter(one -> one.waitedSeconds().isPresent())
                .mapToDouble(one -> one.waitedSeconds().getAsDouble() / SECONDS)
                .sorted()
                .toArray();
        int half = waits.length / 2;
        return waits.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(waits.length % 2 == 1 ? waits[half] : (waits[half - 1] + waits[half]) / 2);
    }

    OptionalDouble medianHours() {
        return medianHours;
    }

    /** Cases near a border. */
    long near() {
        return near;
    }

    /** The receipt of the join of cases with arcs: placed near one, or outside the reach of all. */
    Receipt receipt(String layer, String edition, Instant until) {
        return points.receipt(layer, edition, until, null);
    }

    Sums sums(int arc) {
        return byArc.get(arc);
    }

    /** The numbers of the arcs that have cases, the riskiest first, then by number. */
    List<Integer> ranked() {
        List<Integer> arcs = new ArrayList<>(byArc.keySet());
        arcs.sort((a, b) -> {
            int byIndex = Double.compare(byArc.get(b).index(), byArc.get(a).index());
            return byIndex != 0 ? byIndex : Integer.compare(a, b);
        });
        return arcs;
    }
}

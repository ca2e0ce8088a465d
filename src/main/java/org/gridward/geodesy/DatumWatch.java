package org.gridward.geodesy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Watches the positions of one source for a datum that is not the one it names.
 *
 * <p>Each new spot (150 m cells, each counted once, so that a parked car counts once) is a contest: the spot as tagged, the
 * spot moved by a {@linkplain DatumDoubt doubt} or by an offset learnt from earlier spots, and seven decoys: the same move
 * turned by 45, 90, … 315 degrees. Each has a weight that falls with its distance to the nearest street; where the source
 * itself says which grid it is in, those that the grid confirms weigh the same, and only spots count on which tag and doubt
 * disagree. If the doubt is wrong its move is worth no more than its decoys: its share of the weight is one in eight on the
 * average, and a bet of the part λ of a capital on it at the odds 8 : 1 gains nothing, whatever the weights. The capital of
 * each bet is kept as a logarithm that never falls below zero (CUSUM), for several λ and weights. A source is suspect when a
 * capital passes {@link #LIMIT}: an honest source of N spots is flagged with a probability of at most N ×
 * {@value #FALSE_ALARM_PER_SPOT}, as long as streets and borders know no preferred direction at the size of the move. A right
 * doubt on a source that reports from streets is found after some tens of spots. Nothing is ever converted because of a
 * suspicion.
 *
 * <p>Sources: betting and Ville's inequality (Shafer 2021, "Testing by betting"), CUSUM (Page 1954), e-detectors (Shin,
 * Ramdas, Rinaldo 2023). Pure and deterministic; one watch is used by one thread at a time. Cost: 9 distances a doubt and
 * spot; learning an offset, once in 64 spots that lie far from streets, some 10⁵.
 */
public final class DatumWatch {

    /** Distances to the nearest street in metres, at most {@link #FAR_METERS}, for positions in WGS 84 degrees. */
    public interface Streets {
        double meters(double lon, double lat);
    }

    /** Whether a position (WGS 84) lies in the grid that the source named. */
    public interface Stated {
        boolean confirms(double lon, double lat);
    }

    /** OK; SUSPECT; TOO_FEW spots yet to say either. */
    public enum Verdict {
        OK,
        SUSPECT,
        TOO_FEW
    }

    /**
     * A suspicion: what fits, how far the source lies off in metres, east and north, and the capital (natural logarithm).
     *
     * @param doubt empty: no known datum, a constant offset
     */
    public record Suspicion(Optional<DatumDoubt> doubt, double eastMeters, double northMeters, double score) {

        public double shiftMeters() {
            return Math.hypot(eastMeters, northMeters);
        }
    }

    static final double FALSE_ALARM_PER_SPOT = 1e-6;
    static final double FAR_METERS = 250;
    /** Spots below which an unsuspected source is TOO_FEW. */
    public static final int FEW = 30;

    /** Half of the weight of a spot this far from a street, and the share of the capital that is put on it. */
    private record Style(double halfMeters, double lambda) {}

    private static final Style[] STYLES = {
        new Style(15, 0.4), new Style(15, 0.9), new Style(30, 0.4), new Style(30, 0.9), new Style(60, 0.5)
    };

    private static final int DECOYS = 7;
    private static final int DOUBTS = DatumDoubt.values().length;
    /** The doubts by streets, the learnt offset by streets, the doubts by stated grids. */
    private static final int BETS = 2 * DOUBTS + 1;

    /** Every bet and every λ has its part of the false alarms. */
    public static final double LIMIT = Math.log(BETS * STYLES.length / FALSE_ALARM_PER_SPOT);

    private static final double CEILING = LIMIT + 4;

    private final WatchState state;

    public DatumWatch(WatchState state) {
        this.state = state;
    }

    public WatchState state() {
        return state;
    }

    /** Counts a position, WGS 84 as converted by its tag; {@code stated} null where the source names no grid. */
    public void observe(double lon, double lat, Streets streets, Stated stated) {
        state.reports++;
        if (!state.isNewSpot(lon, lat)) {
            return;
        }
        LocalFrame frame = LocalFrame.at(lon, lat);
        double here = streets.meters(lon, lat);
        boolean confirmed = stated != null && stated.confirms(lon, lat);
        for (DatumDoubt doubt : DatumDoubt.values()) {
            LonLat moved = doubt.really(lon, lat);
            double east = frame.x(moved.lon());
            double north = frame.y(moved.lat());
            if (Math.hypot(east, north) > 1) {
                betOnStreets(doubt.ordinal(), frame, here, east, north, streets);
                if (stated != null) {
                    betOnGrid(DOUBTS + 1 + doubt.ordinal(), frame, confirmed, east, north, stated);
                }
            }
        }
        if (state.hasOffset()) {
            betOnStreets(DOUBTS, frame, here, state.offsetEast, state.offsetNorth, streets);
        }
        state.remember(lon, lat, here);
        if (state.isTimeToLearn()) {
            OffsetFit.learn(state, streets, () -> Arrays.fill(state.capital[DOUBTS], 0));
        }
        decide();
    }

    private void betOnStreets(int bet, LocalFrame frame, double here, double east, double north, Streets streets) {
        double[] meters = new double[DECOYS + 1];
        for (int i = 0; i <= DECOYS; i++) {
            LonLat spot = turned(frame, east, north, i);
            meters[i] = streets.meters(spot.lon(), spot.lat());
        }
        double nearest = Math.min(here, Arrays.stream(meters).min().orElseThrow());
        if (nearest >= FAR_METERS) {
            return;
        }
        for (int i = 0; i < STYLES.length; i++) {
            double half = STYLES[i].halfMeters();
            double all = weight(here, half);
            for (double each : meters) {
                all += weight(each, half);
            }
            gain(bet, i, weight(meters[0], half) / all);
        }
    }

    private static double weight(double meters, double half) {
        double ratio = meters / half;
        return 1 / (1 + ratio * ratio * ratio * ratio) + 1e-3;
    }

    private void betOnGrid(int bet, LocalFrame frame, boolean here, double east, double north, Stated stated) {
        LonLat moved = turned(frame, east, north, 0);
        boolean there = stated.confirms(moved.lon(), moved.lat());
        if (there == here) {
            return;
        }
        int all = 1;
        for (int i = 1; there && i <= DECOYS; i++) {
            LonLat decoy = turned(frame, east, north, i);
            all += stated.confirms(decoy.lon(), decoy.lat()) ? 1 : 0;
        }
        for (int i = 0; i < STYLES.length; i++) {
            gain(bet, i, there ? 1.0 / all : 0);
        }
    }

    /** The move itself (0), or one of its decoys: the same length in another direction. */
    private static LonLat turned(LocalFrame frame, double east, double north, int eighths) {
        double angle = Math.PI / 4 * eighths;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return frame.toLonLat(east * cos - north * sin, east * sin + north * cos);
    }

    private void gain(int bet, int style, double share) {
        double gain = Math.log(1 + STYLES[style].lambda() * ((DECOYS + 1) * share - 1));
        state.capital[bet][style] = Math.max(0, Math.min(CEILING, state.capital[bet][style] + gain));
    }

    /** Suspect above the limit; again unsuspected when every capital has fallen to half of it. */
    private void decide() {
        double highest = Arrays.stream(state.capital)
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(0);
        state.suspect = highest >= LIMIT || state.suspect && highest >= LIMIT / 2;
    }

    public Verdict verdict() {
        if (state.suspect) {
            return Verdict.SUSPECT;
        }
        return state.spots < FEW ? Verdict.TOO_FEW : Verdict.OK;
    }

    /** What the source's positions fit best, when it is suspect. A known datum is named before a mere offset. */
    public Optional<Suspicion> suspicion() {
        if (!state.suspect) {
            return Optional.empty();
        }
        Map<DatumDoubt, Double> scores = scores();
        DatumDoubt best = scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        double offset = highest(DOUBTS);
        if (scores.get(best) < LIMIT / 2 && offset > scores.get(best)) {
            return Optional.of(new Suspicion(Optional.empty(), -state.offsetEast, -state.offsetNorth, offset));
        }
        LocalFrame frame = LocalFrame.at(state.lastLon, state.lastLat);
        LonLat really = best.really(state.lastLon, state.lastLat);
        return Optional.of(
                new Suspicion(Optional.of(best), -frame.x(really.lon()), -frame.y(really.lat()), scores.get(best)));
    }

    /** The capital on each doubt, natural logarithms: how well it fits. */
    public Map<DatumDoubt, Double> scores() {
        Map<DatumDoubt, Double> scores = new LinkedHashMap<>();
        for (DatumDoubt doubt : DatumDoubt.values()) {
            scores.put(doubt, Math.max(highest(doubt.ordinal()), highest(DOUBTS + 1 + doubt.ordinal())));
        }
        return scores;
    }

    private double highest(int bet) {
        return Arrays.stream(state.capital[bet]).max().orElse(0);
    }

    static double[][] noCapital() {
        return new double[BETS][STYLES.length];
    }
}

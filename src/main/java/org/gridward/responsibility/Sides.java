package org.gridward.responsibility;

import java.util.HashMap;
import java.util.Map;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.Choice;
import org.gridward.grid.LayerMap;

/**
 * On which side of an error disc each grid lies, as one of eight compass points. Pure.
 *
 * <p>From points spread evenly over the disc (a sunflower): where the middle of a grid's part lies, seen from the middle of
 * all the rest. A part that lies round the middle, such as a small grid inside the disc, has no side.
 */
final class Sides {

    private static final String[] COMPASS = {"E", "NE", "N", "NW", "W", "SW", "S", "SE"};
    private static final int POINTS = 512;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final double METERS_PER_DEGREE = 111_195;

    /** Below this share of the radius the middles lie too close to tell a side. */
    private static final double TELLING = 0.25;

    private Sides() {}

    /** By grid code, {@link Choice#NONE} for the gap; grids without a side are missing. */
    static Map<String, String> of(LayerMap map, Inquiry.Spot spot) {
        Map<String, double[]> sums = new HashMap<>();
        double lonScale = METERS_PER_DEGREE * Math.max(0.01, Math.cos(Math.toRadians(spot.lat())));
        for (int i = 0; i < POINTS; i++) {
            double radius = Math.sqrt((i + 0.5) / POINTS);
            double x = radius * Math.cos(i * GOLDEN_ANGLE);
            double y = radius * Math.sin(i * GOLDEN_ANGLE);
            int holder = map.locator()
                    .locate(
                            spot.lon() + x * spot.accuracyMeters() / lonScale,
                            spot.lat() + y * spot.accuracyMeters() / METERS_PER_DEGREE);
            String code =
                    holder == GridLocator.NONE ? Choice.NONE : map.locator().code(holder);
            double[] sum = sums.computeIfAbsent(code, fresh -> new double[3]);
            sum[0] += x;
            sum[1] += y;
            sum[2]++;
        }
        Map<String, String> sides = new HashMap<>();
        sums.forEach((code, sum) -> {
            double rest = POINTS - sum[2];
            double away = Math.hypot(sum[0], sum[1]) * (1 / sum[2] + (rest == 0 ? 0 : 1 / rest));
            if (rest > 0 && away > TELLING) {
                long eighth = Math.round(Math.atan2(sum[1], sum[0]) / (Math.PI / 4));
                sides.put(code, COMPASS[(int) Math.floorMod(eighth, 8L)]);
            }
        });
        return sides;
    }
}

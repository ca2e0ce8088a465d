package org.gridward.geometry;

import java.math.BigDecimal;
import org.locationtech.jts.math.DD;

/**
 * The given edges as lines that carry the pieces of the arrangement, and the exact questions asked of them.
 *
 * <p>A crossing is never a pair of rounded numbers here: it is the pair of edges that cross, and every sign is that of
 * the true place. Its rounded coordinates ({@link #crossing}) are for drawing and measuring.
 */
record SupportLines(double[] x, double[] y, int[] from, int[] to) {

    /** How far a rounded coordinate may lie from the true one, in units in the last place, with room to spare. */
    private static final int ROUNDING_ULPS = 8;

    static SupportLines of(BorderEdges borders) {
        return new SupportLines(
                borders.x(),
                borders.y(),
                borders.edges().from(),
                borders.edges().to());
    }

    /** 1 if the point lies left of the line seen from its lower end, -1 if right, 0 if on it. */
    int side(int e, double px, double py) {
        return ExactSign.orientation(x[from[e]], y[from[e]], x[to[e]], y[to[e]], px, py);
    }

    boolean isUpright(int e) {
        return x[from[e]] == x[to[e]];
    }

    /** Positive if the direction of f lies left of that of e. */
    int turn(int e, int f) {
        return ExactCross.cross(x[from[e]], y[from[e]], x[to[e]], y[to[e]], x[from[f]], y[from[f]], x[to[f]], y[to[f]]);
    }

    /** Compares, along e, the place where f crosses it with the place where g does. */
    int compareAlong(int e, int f, int g) {
        if (f == g) {
            return 0;
        }
        double[] one = parameter(e, f);
        double[] other = parameter(e, g);
        if (Math.abs(one[0] - other[0]) > one[1] + other[1]) {
            return one[0] < other[0] ? -1 : 1;
        }
        BigDecimal difference = numerator(e, f)
                .multiply(denominator(e, g))
                .subtract(numerator(e, g).multiply(denominator(e, f)));
        return difference.signum() * turn(e, f) * turn(e, g);
    }

    /** Where f crosses e, 0 at its lower end and 1 at its higher, and a bound of the error (infinite if unknown). */
    private double[] parameter(int e, int f) {
        double ex = x[to[e]] - x[from[e]];
        double ey = y[to[e]] - y[from[e]];
        double fx = x[to[f]] - x[from[f]];
        double fy = y[to[f]] - y[from[f]];
        double gx = x[from[f]] - x[from[e]];
        double gy = y[from[f]] - y[from[e]];
        double over = gx * fy - gy * fx;
        double under = ex * fy - ey * fx;
        double overError = ExactCross.BOUND * (Math.abs(gx * fy) + Math.abs(gy * fx)) * 2;
        double underError = ExactCross.BOUND * (Math.abs(ex * fy) + Math.abs(ey * fx)) * 2;
        if (!(Math.abs(under) > 2 * underError) || Math.abs(under) < 1e-280) {
            return new double[] {0, Double.POSITIVE_INFINITY};
        }
        double t = over / under;
        double error = 2 * (overError + Math.abs(t) * underError) / Math.abs(under) + 1e-15 * Math.abs(t);
        return new double[] {t, error};
    }

    private BigDecimal numerator(int e, int f) {
        return ExactCross.exactCross(
                x[from[e]], y[from[e]], x[from[f]], y[from[f]], x[from[f]], y[from[f]], x[to[f]], y[to[f]]);
    }

    private BigDecimal denominator(int e, int f) {
        return ExactCross.exactCross(
                x[from[e]], y[from[e]], x[to[e]], y[to[e]], x[from[f]], y[from[f]], x[to[f]], y[to[f]]);
    }

    /** The crossing of two edges rounded to doubles, inside the boxes of both. */
    double[] crossing(int e, int f) {
        DD over = ExactCross.wideCross(
                x[from[e]], y[from[e]], x[from[f]], y[from[f]], x[from[f]], y[from[f]], x[to[f]], y[to[f]]);
        DD under = ExactCross.wideCross(
                x[from[e]], y[from[e]], x[to[e]], y[to[e]], x[from[f]], y[from[f]], x[to[f]], y[to[f]]);
        DD t = over.selfDivide(under);
        double px = at(t, x[from[e]], x[to[e]]);
        double py = at(t, y[from[e]], y[to[e]]);
        return new double[] {
            within(px, x[from[e]], x[to[e]], x[from[f]], x[to[f]]),
            within(py, y[from[e]], y[to[e]], y[from[f]], y[to[f]])
        };
    }

    private static double at(DD t, double a, double b) {
        return DD.valueOf(b).selfSubtract(a).selfMultiply(t).selfAdd(a).doubleValue();
    }

    private static double within(double value, double a, double b, double c, double d) {
        double low = Math.max(Math.min(a, b), Math.min(c, d));
        double high = Math.min(Math.max(a, b), Math.max(c, d));
        return value >= low ? Math.min(value, high) : low;
    }

    /** Compares the true x (or, {@code upright}, y) of the crossing of e and f with a number. */
    int compareCrossing(int e, int f, double rounded, double value, boolean upright) {
        double doubt = ROUNDING_ULPS * Math.ulp(Math.max(Math.abs(rounded), Math.abs(value)));
        if (Math.abs(rounded - value) > doubt) {
            return rounded < value ? -1 : 1;
        }
        double[] axis = upright ? y : x;
        BigDecimal under = denominator(e, f);
        BigDecimal offset = ExactCross.minus(axis[from[e]], value)
                .multiply(under)
                .add(numerator(e, f).multiply(ExactCross.minus(axis[to[e]], axis[from[e]])));
        return offset.signum() * under.signum();
    }

    /** Compares the heights of two lines that are not upright, just left of x: there no two of them are equal. */
    int compareHeight(int e, int f, double at) {
        double one = height(e, at);
        double other = height(f, at);
        double doubt = 1e-14 * (reach(e, at) + reach(f, at));
        if (Math.abs(one - other) > doubt) {
            return one < other ? -1 : 1;
        }
        int exact = exactHeight(e, at)
                .multiply(ExactCross.minus(x[to[f]], x[from[f]]))
                .compareTo(exactHeight(f, at).multiply(ExactCross.minus(x[to[e]], x[from[e]])));
        return exact != 0 ? exact : turn(e, f);
    }

    private double height(int e, double at) {
        return y[from[e]] + (at - x[from[e]]) / (x[to[e]] - x[from[e]]) * (y[to[e]] - y[from[e]]);
    }

    private double reach(int e, double at) {
        return Math.abs(y[from[e]]) + Math.abs(y[to[e]]);
    }

    /** Height times the width of the edge. */
    private BigDecimal exactHeight(int e, double at) {
        return new BigDecimal(y[from[e]])
                .multiply(ExactCross.minus(x[to[e]], at))
                .add(new BigDecimal(y[to[e]]).multiply(ExactCross.minus(at, x[from[e]])));
    }
}

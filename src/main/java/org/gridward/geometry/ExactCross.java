package org.gridward.geometry;

import java.math.BigDecimal;
import org.locationtech.jts.math.DD;

/**
 * The cross product of two directions, each between two given places: its sign, right in every case, and its value.
 *
 * <p>The floating-point filter of {@link ExactSign} settles nearly all questions; the rest go to {@link BigDecimal}, in
 * which sums and products of doubles are exact.
 */
final class ExactCross {

    /** (3 + 16 ε) ε with ε = 2⁻⁵³: the error of a difference of two products of differences, relative to the products. */
    static final double BOUND = 3.3306690738754716e-16;

    /** Far above what underflow can lose, far below what degrees can make. */
    private static final double UNDERFLOW = 1e-280;

    private ExactCross() {}

    /** The sign of (b - a) × (d - c): 1 if the direction from c to d lies left of that from a to b. */
    static int cross(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        double left = (bx - ax) * (dy - cy);
        double right = (by - ay) * (dx - cx);
        double det = left - right;
        if (Math.abs(det) > BOUND * (Math.abs(left) + Math.abs(right)) + UNDERFLOW) {
            return det > 0 ? 1 : -1;
        }
        if ((bx == ax || dy == cy) && (by == ay || dx == cx)) {
            return 0;
        }
        return exactCross(ax, ay, bx, by, cx, cy, dx, dy).signum();
    }

    static BigDecimal exactCross(
            double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        return minus(bx, ax).multiply(minus(dy, cy)).subtract(minus(by, ay).multiply(minus(dx, cx)));
    }

    static BigDecimal minus(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }

    /** (b - a) × (d - c) in twice the precision of doubles. */
    static DD wideCross(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        DD left = DD.valueOf(bx).selfSubtract(ax).selfMultiply(DD.valueOf(dy).selfSubtract(cy));
        DD right = DD.valueOf(by).selfSubtract(ay).selfMultiply(DD.valueOf(dx).selfSubtract(cx));
        return left.selfSubtract(right);
    }
}

package org.gridward.geometry;

import java.math.BigDecimal;

/**
 * On which side of a line a point lies: the sign of the determinant of the doubles as given, never rounded.
 *
 * <p>Three stages, each only where the one before cannot tell: double arithmetic with a proven error bound; an
 * expansion of 16 exact products; decimal numbers of any length, where exponents are so extreme that products would
 * underflow or overflow. Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust
 * Geometric Predicates, Discrete and Computational Geometry 18 (1997).
 */
final class ExactSign {

    private static final double EPSILON = 0x1p-53;

    /** Shewchuk's bound on the error of the plain determinant, in units of the sum of both products. */
    private static final double BOUND = (3 + 16 * EPSILON) * EPSILON;

    /** More than what underflow can add to the error of the plain determinant. */
    private static final double UNDERFLOW = 1e-300;

    private static final double LEAST = 1e-130;
    private static final double GREATEST = 1e130;

    private ExactSign() {}

    /** 1 if p lies to the left of the line from a to b, -1 to the right, 0 on it. All must be finite. */
    static int orientation(double ax, double ay, double bx, double by, double px, double py) {
        double left = (ax - px) * (by - py);
        double right = (ay - py) * (bx - px);
        double det = left - right;
        double bound = BOUND * (Math.abs(left) + Math.abs(right)) + UNDERFLOW;
        if (det > bound) {
            return 1;
        }
        if (det < -bound) {
            return -1;
        }
        return exactly(ax, ay, bx, by, px, py);
    }

    private static int exactly(double ax, double ay, double bx, double by, double px, double py) {
        Expansion sum = new Expansion();
        boolean exact = product(sum, ax, px, by, py, 1) && product(sum, ay, py, bx, px, -1);
        return exact ? sum.sign() : byDecimals(ax, ay, bx, by, px, py);
    }

    /** Adds ±(a - b)(c - d) exactly; false if an exponent is too extreme for that. */
    private static boolean product(Expansion sum, double a, double b, double c, double d, int sign) {
        double high1 = a - b;
        double low1 = tail(a, b, high1);
        double high2 = c - d;
        double low2 = tail(c, d, high2);
        if (!(bearable(high1) && bearable(low1) && bearable(high2) && bearable(low2))) {
            return false;
        }
        sum.addProduct(sign * low1, low2);
        sum.addProduct(sign * low1, high2);
        sum.addProduct(sign * high1, low2);
        sum.addProduct(sign * high1, high2);
        return true;
    }

    /** What a - b lost when it was rounded to {@code difference}. */
    private static double tail(double a, double b, double difference) {
        double bVirtual = a - difference;
        double aVirtual = difference + bVirtual;
        return (a - aVirtual) + (bVirtual - b);
    }

    private static boolean bearable(double x) {
        double size = Math.abs(x);
        return size == 0 || (size > LEAST && size < GREATEST);
    }

    private static int byDecimals(double ax, double ay, double bx, double by, double px, double py) {
        BigDecimal x = new BigDecimal(px);
        BigDecimal y = new BigDecimal(py);
        BigDecimal left = new BigDecimal(ax).subtract(x).multiply(new BigDecimal(by).subtract(y));
        BigDecimal right = new BigDecimal(ay).subtract(y).multiply(new BigDecimal(bx).subtract(x));
        return left.compareTo(right);
    }

    /** An exact sum of doubles, kept as doubles that do not overlap, by growing size. */
    private static final class Expansion {
        private final double[] parts = new double[16];
        private int count;

        void addProduct(double a, double b) {
            double high = a * b;
            add(Math.fma(a, b, -high));
            add(high);
        }

        private void add(double term) {
            double carry = term;
            int kept = 0;
            for (int i = 0; i < count; i++) {
                double sum = carry + parts[i];
                double partVirtual = sum - carry;
                double lost = (carry - (sum - partVirtual)) + (parts[i] - partVirtual);
                if (lost != 0) {
                    parts[kept++] = lost;
                }
                carry = sum;
            }
            if (carry != 0) {
                parts[kept++] = carry;
            }
            count = kept;
        }

        int sign() {
            return count == 0 ? 0 : parts[count - 1] > 0 ? 1 : -1;
        }
    }
}

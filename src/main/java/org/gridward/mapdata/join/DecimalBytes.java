package org.gridward.mapdata.join;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers out of bytes without making a String, giving exactly the double that {@link Double#parseDouble}
 * gives.
 *
 * <p>Up to 18 significant digits are kept as an integer m, the value being m / 10^k. Where m is below 2^53, one division is
 * correctly rounded. Above, the quotient's error is computed with fused multiply-add; only when the exact value lies too
 * near the middle between two doubles, or the text is longer or has an exponent, is it handed to parseDouble.
 */
final class DecimalBytes {

    private static final int MOST_DIGITS = 18;
    private static final int MOST_PLACES = 22;
    private static final long EXACT = 1L << 53;
    private static final long FRACTION_BITS = (1L << 52) - 1;

    /** How near to half a unit in the last place the rest may come before the long way is taken. */
    private static final double SAFE_HALF = 0.5 * (1 - 0x1p-40);

    private static final double[] TEN = new double[MOST_PLACES + 1];

    static {
        TEN[0] = 1;
        for (int i = 1; i <= MOST_PLACES; i++) {
            TEN[i] = TEN[i - 1] * 10;
        }
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private DecimalBytes() {}

    /**
     * Reads the number in the field that begins at a place, and finds the field's end on the way; eight digits at a time. At
     * least eight bytes must follow the limit. Where anything is unusual it looks for the end and leaves the rest to
     * {@link DecimalBytes#parse}.
     */
    static final class Cursor {

        /** Where the delimiter, the line feed or the limit stands. */
        int end;

        private long m;

        double parse(byte[] text, int from, int limit, byte delimiter) {
            int at = from;
            boolean negative = at < limit && text[at] == '-';
            if (negative) {
                at++;
            }
            m = 0;
            int first = at;
            at = digits(text, at, limit);
            int count = at - first;
            int places = 0;
            if (at < limit && text[at] == '.') {
                int point = ++at;
                at = digits(text, at, limit);
                places = at - point;
                count += places;
            }
            boolean ends = at >= limit || text[at] == delimiter || text[at] == '\n';
            if (!ends || count == 0 || count > MOST_DIGITS) {
                return unusual(text, from, at, limit, delimiter);
            }
            double value = m < EXACT ? m / TEN[places] : quotient(m, TEN[places]);
            if (Double.isNaN(value)) {
                return unusual(text, from, at, limit, delimiter);
            }
            end = at;
            return negative ? -value : value;
        }

        /** More than 18 digits overflow, and are not used. */
        private int digits(byte[] text, int from, int limit) {
            int at = from;
            while (at + Long.BYTES <= limit) {
                long eight = (long) LONGS.get(text, at);
                long six = eight + 0x0606060606060606L & 0xF0F0F0F0F0F0F0F0L;
                if ((eight & 0xF0F0F0F0F0F0F0F0L | six >>> 4) != 0x3333333333333333L) {
                    break;
                }
                eight = (eight & 0x0F0F0F0F0F0F0F0FL) * 2561 >>> 8;
                eight = (eight & 0x00FF00FF00FF00FFL) * 6553601 >>> 16;
                m = m * 100_000_000 + ((eight & 0x0000FFFF0000FFFFL) * 42949672960001L >>> 32);
                at += Long.BYTES;
            }
            while (at < limit && text[at] >= '0' && text[at] <= '9') {
                m = m * 10 + text[at++] - '0';
            }
            return at;
        }

        private double unusual(byte[] text, int from, int seen, int limit, byte delimiter) {
            int at = seen;
            while (at < limit && text[at] != delimiter && text[at] != '\n') {
                at++;
            }
            end = at;
            boolean carriage = (at >= limit || text[at] == '\n') && at > from && text[at - 1] == '\r';
            return DecimalBytes.parse(text, from, carriage ? at - 1 : at);
        }
    }

    /** The number in bytes {@code from} to {@code to} (exclusive), blanks around it allowed; NaN where there is none. */
    static double parse(byte[] text, int from, int to) {
        int at = from;
        int end = to;
        while (at < end && text[at] == ' ') {
            at++;
        }
        while (end > at && text[end - 1] == ' ') {
            end--;
        }
        int first = at;
        boolean negative = false;
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            negative = text[at] == '-';
            at++;
        }
        long m = 0;
        int digits = 0;
        int seen = 0;
        int point = -1;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                seen++;
                if (m != 0 || digit != 0) {
                    if (++digits > MOST_DIGITS) {
                        return slow(text, first, end);
                    }
                    m = m * 10 + digit;
                }
            } else if (text[at] == '.' && point < 0) {
                point = seen;
            } else {
                return slow(text, first, end);
            }
        }
        if (seen == 0) {
            return Double.NaN;
        }
        int places = point < 0 ? 0 : seen - point;
        if (places > MOST_PLACES) {
            return slow(text, first, end);
        }
        double value = m < EXACT ? m / TEN[places] : quotient(m, TEN[places]);
        if (Double.isNaN(value)) {
            return slow(text, first, end);
        }
        return negative ? -value : value;
    }

    /** m / ten correctly rounded, or NaN where that cannot be told from doubles alone. */
    private static double quotient(long m, double ten) {
        double high = m;
        double low = m - (long) high;
        double q = high / ten;
        double rest = Math.fma(-q, ten, high) + low;
        double correction = rest / ten;
        double sum = q + correction;
        double left = correction - (sum - q);
        boolean powerOfTwo = (Double.doubleToRawLongBits(sum) & FRACTION_BITS) == 0;
        return powerOfTwo || Math.abs(left) > Math.ulp(sum) * SAFE_HALF ? Double.NaN : sum;
    }

    private static double slow(byte[] text, int from, int to) {
        if (to - from > 400) {
            return Double.NaN;
        }
        for (int i = from; i < to; i++) {
            byte c = text[i];
            boolean number = c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (!number) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

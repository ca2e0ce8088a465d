package org.gridward.mapdata.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalBytesTest {

    private static double parse(String text) {
        byte[] bytes = (";" + text + ";").getBytes(StandardCharsets.ISO_8859_1);
        double value = DecimalBytes.parse(bytes, 1, bytes.length - 1);
        DecimalBytes.Cursor cursor = new DecimalBytes.Cursor();
        double again = cursor.parse(bytes, 1, bytes.length - 1, (byte) ';');
        assertThat(Double.doubleToRawLongBits(again)).as(text).isEqualTo(Double.doubleToRawLongBits(value));
        assertThat(cursor.end).as(text).isEqualTo(bytes.length - 1);
        return value;
    }

    private static void same(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text)))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    void equalsParseDoubleBitForBitOnRandomDegrees() {
        long seed = 42;
        Random random = new Random(seed);
        for (int i = 0; i < 500_000; i++) {
            same(Double.toString((random.nextDouble() - 0.5) * 360));
            int places = random.nextInt(23);
            same(BigDecimal.valueOf((random.nextDouble() - 0.5) * 360)
                    .setScale(Math.min(places, 17), java.math.RoundingMode.HALF_UP)
                    .toPlainString());
        }
    }

    @Test
    void equalsParseDoubleOnEveryLengthOfDigitsAndPlaces() {
        Random random = new Random(7);
        for (int i = 0; i < 500_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            int digits = 1 + random.nextInt(24);
            int point = random.nextInt(digits + 1);
            for (int d = 0; d < digits; d++) {
                text.append(d == point ? "." : "").append((char) ('0' + random.nextInt(10)));
            }
            same(text.toString());
        }
    }

    @Test
    void equalsParseDoubleHalfwayBetweenTwoDoubles() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            double low = random.nextDouble() * 180;
            BigDecimal middle =
                    new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(new BigDecimal(2));
            String exact = middle.toPlainString();
            same(exact);
            same(exact.substring(0, Math.min(exact.length(), 18)));
            same(exact.substring(0, Math.min(exact.length(), 19)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0",
                "00122.5",
                ".5",
                "5.",
                "+7.25",
                "1e2",
                "1.5E-3",
                "9007199254740993",
                "999999999999999999",
                "0.000000000000000000000001",
                "122.1234567890123456789",
                "4.9e-324",
                "180",
                "-87.70472526514327"
            })
    void readsEveryFormThatParseDoubleReads(String text) {
        same(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "-.",
                "NaN",
                "Infinity",
                "-Infinity",
                "1d",
                "1f",
                "0x1p3",
                "1,5",
                "1.2.3",
                "--1",
                "1-",
                "abc",
                "1e",
                "122°"
            })
    void findsNoNumberInAnythingElse(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void allowsBlanksAround() {
        assertThat(parse("  122.5 ")).isEqualTo(122.5);
    }

    @Test
    void givesUpOnANumberOfAThousandDigits() {
        assertThat(parse("1".repeat(1000))).isNaN();
        assertThat(parse("1e999")).isInfinite();
    }
}

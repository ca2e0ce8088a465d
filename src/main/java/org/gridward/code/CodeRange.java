package org.gridward.code;

import java.util.Locale;

/** Numbers that a part of a code may hold, both ends included, and what they stand for. */
public record CodeRange(int low, int high, Meaning meaning, String nameZh, String nameEn) {

    /** USUAL, or a number made for several communities under one grid, or one for a community that is not split. */
    public enum Meaning {
        USUAL,
        MERGED,
        WHOLE
    }

    boolean holds(int number) {
        return number >= low && number <= high;
    }

    /** As written with the digits of its part: {@code 001-099 street}. */
    String text(int digits) {
        String form = "%0" + digits + "d";
        String numbers = low == high
                ? String.format(Locale.ROOT, form, low)
                : String.format(Locale.ROOT, form + "-" + form, low, high);
        return numbers + " " + nameEn;
    }
}

package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;

/**
 * One field of an action: enough to draw a form and to check what comes back. Codes are the words that are possible (empty:
 * any word); least and most bound an INTEGER or NUMBER, most the entries of a LIST or the characters of a TEXT; null: none.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Field(
        String name, Type type, boolean required, String zh, String en, List<String> codes, Double least, Double most) {

    /** What a field holds, with the Java type of the checked value. */
    public enum Type {
        /** String, stripped. */
        TEXT,
        /** Instant. */
        INSTANT,
        /** Integer. */
        INTEGER,
        /** Double. */
        NUMBER,
        /** String: one of the codes, or any code where none are listed. */
        CODE,
        /** Map of lon and lat in degrees of WGS 84, and accuracyMeters where it was sent, each a Double. */
        POINT,
        /** List of String. */
        LIST,
        /** Boolean. */
        BOOLEAN
    }

    private static final double TEXT_MOST = 4_000;
    private static final double LIST_MOST = 50;

    static Field text(String name, boolean required, String zh, String en) {
        return new Field(name, Type.TEXT, required, zh, en, List.of(), null, TEXT_MOST);
    }

    static Field instant(String name, boolean required, String zh, String en) {
        return new Field(name, Type.INSTANT, required, zh, en, List.of(), null, null);
    }

    static Field integer(String name, boolean required, int least, int most, String zh, String en) {
        return new Field(name, Type.INTEGER, required, zh, en, List.of(), (double) least, (double) most);
    }

    static Field number(String name, boolean required, double least, double most, String zh, String en) {
        return new Field(name, Type.NUMBER, required, zh, en, List.of(), least, most);
    }

    static Field code(String name, boolean required, String zh, String en, String... codes) {
        return new Field(name, Type.CODE, required, zh, en, List.of(codes), null, null);
    }

    static Field code(String name, boolean required, String zh, String en, Enum<?>[] codes) {
        return code(name, required, zh, en, Arrays.stream(codes).map(Enum::name).toArray(String[]::new));
    }

    /** What somebody on the spot may add to say so: when by the own clock, where, and pictures. */
    static Field[] claim() {
        return new Field[] {
            instant("at", false, "时间", "When"),
            new Field("place", Type.POINT, false, "位置", "Where", List.of(), null, null),
            list("photos", false, "照片编号", "Photo ids")
        };
    }

    static Field list(String name, boolean required, String zh, String en) {
        return new Field(name, Type.LIST, required, zh, en, List.of(), null, LIST_MOST);
    }

    static Field flag(String name, boolean required, String zh, String en) {
        return new Field(name, Type.BOOLEAN, required, zh, en, List.of(), null, null);
    }
}

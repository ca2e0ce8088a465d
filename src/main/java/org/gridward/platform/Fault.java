package org.gridward.platform;

import java.util.Map;

/** What is wrong with one field, as a code with the values that go with it: entries of {@code errors[]} carry both. */
public record Fault(String code, Map<String, Object> values) {

    public static final Fault MISSING = new Fault("missing", Map.of());
    public static final Fault UNKNOWN = new Fault("unknown", Map.of());
    public static final Fault UNREADABLE = new Fault("unreadable", Map.of());
    public static final Fault FUTURE = new Fault("future", Map.of());
    public static final Fault PAST = new Fault("past", Map.of());
    public static final Fault CHARACTER = new Fault("character", Map.of());
    public static final Fault SUPERFLUOUS = new Fault("superfluous", Map.of());
    public static final Fault CHOICE = new Fault("choice", Map.of());
    public static final Fault TIME = new Fault("time", Map.of());
    public static final Fault NUMBER = new Fault("number", Map.of());
    public static final Fault PLACE = new Fault("place", Map.of());
    public static final Fault LIST = new Fault("list", Map.of());

    /** A text that is wanted and not there. */
    public static Fault missingText(int most) {
        return new Fault("missing-text", Map.of("most", most));
    }

    public static Fault tooLong(int length, int most) {
        return new Fault("too-long", Map.of("length", length, "most", most));
    }

    public static Fault length(int least, int most) {
        return new Fault("length", Map.of("least", least, "most", most));
    }

    public static Fault range(Number least, Number most) {
        return new Fault("range", Map.of("least", least, "most", most));
    }

    Map<String, Object> members() {
        return values.isEmpty() ? Map.of("code", code) : Map.of("code", code, "values", values);
    }
}

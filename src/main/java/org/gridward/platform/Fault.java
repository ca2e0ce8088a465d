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
    public static final Fault SHAPE = new Fault("shape", Map.of());
    public static final Fault TWICE = new Fault("twice", Map.of());
    /** It ends before it begins. */
    public static final Fault ORDER = new Fault("order", Map.of());
    /** One of two that exclude each other. */
    public static final Fault EITHER = new Fault("either", Map.of());
    /** One of two that need each other. */
    public static final Fault TOGETHER = new Fault("together", Map.of());
    /** Nothing would change. */
    public static final Fault SAME = new Fault("same", Map.of());
    /** It does not agree with the rest of what was sent, or with what is kept. */
    public static final Fault UNLIKE = new Fault("unlike", Map.of());
    /** Beyond what the caller may speak of. */
    public static final Fault OUTSIDE = new Fault("outside", Map.of());

    public static final Fault FAR = new Fault("far", Map.of());
    /** Good elsewhere, not in this place. */
    public static final Fault NOT_HERE = new Fault("not-here", Map.of());

    public static final Fault DONE = new Fault("done", Map.of());
    public static final Fault OPEN = new Fault("open", Map.of());
    public static final Fault HELD = new Fault("held", Map.of());
    public static final Fault CHANGED = new Fault("changed", Map.of());
    public static final Fault SEVERAL = new Fault("several", Map.of());
    public static final Fault NOBODY = new Fault("nobody", Map.of());
    public static final Fault LATER = new Fault("later", Map.of());
    public static final Fault SHARE = new Fault("share", Map.of());
    public static final Fault DAYS = new Fault("days", Map.of());
    public static final Fault HOURS = new Fault("hours", Map.of());
    public static final Fault MAIL = new Fault("mail", Map.of());
    public static final Fault NO_MAIL = new Fault("no-mail", Map.of());
    public static final Fault ADDRESS = new Fault("address", Map.of());
    public static final Fault SECRET = new Fault("secret", Map.of());
    public static final Fault ROTATION = new Fault("rotation", Map.of());
    public static final Fault ACCOUNTABLE = new Fault("accountable", Map.of());
    public static final Fault PUBLICATION = new Fault("publication", Map.of());
    public static final Fault LAST_RESORT = new Fault("last-resort", Map.of());
    public static final Fault DIGITS = new Fault("digits", Map.of());
    public static final Fault LEVELS = new Fault("levels", Map.of());
    public static final Fault CHOICES = new Fault("choices", Map.of());
    public static final Fault WHOLE_YEAR = new Fault("whole-year", Map.of());
    public static final Fault WEEKEND = new Fault("weekend", Map.of());

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

    public static Fault atMost(int most) {
        return new Fault("at-most", Map.of("most", most));
    }

    public static Fault least(Number least) {
        return new Fault("least", Map.of("least", least));
    }

    /** So many of them are wanted. */
    public static Fault count(Number least, Number most) {
        return new Fault("count", Map.of("least", least, "most", most));
    }

    public static Fault itemsLeast(int least) {
        return new Fault("items-least", Map.of("least", least));
    }

    public static Fault itemsMost(int most) {
        return new Fault("items-most", Map.of("most", most));
    }

    /** A span that is too long. */
    public static Fault daysMost(long days) {
        return new Fault("days-most", Map.of("days", days));
    }

    /** Not within the days to come. */
    public static Fault daysAhead(long days) {
        return new Fault("days-ahead", Map.of("days", days));
    }

    public static Fault hoursAhead(long hours) {
        return new Fault("hours-ahead", Map.of("hours", hours));
    }

    /** A code that is written otherwise than such a one. */
    public static Fault word(String such) {
        return new Fault("word", Map.of("such", such));
    }

    /** So many hold a role of a team, which wants more. */
    public static Fault tooFew(String role, long held, int least) {
        return new Fault("too-few", Map.of("role", role, "held", held, "least", least));
    }

    public static Fault tooMany(String role, long held, int most) {
        return new Fault("too-many", Map.of("role", role, "held", held, "most", most));
    }

    Map<String, Object> members() {
        return values.isEmpty() ? Map.of("code", code) : Map.of("code", code, "values", values);
    }
}

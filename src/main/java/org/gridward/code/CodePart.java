package org.gridward.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One part of a code: {@code length} digits from {@code fromDigit} (counted from 1). Where {@code layer} is set, the digits
 * from {@code keyFrom} to the end of the part are the code of a grid of that layer.
 */
public record CodePart(
        String name,
        String nameZh,
        String nameEn,
        int fromDigit,
        int length,
        Rule rule,
        Optional<String> layer,
        int keyFrom,
        List<CodeRange> ranges) {

    private static final int LISTED = 12;

    /** RANGE: within the ranges; TABLE: one of the values listed; SEQUENCE: a number given out one after the other. */
    public enum Rule {
        RANGE,
        TABLE,
        SEQUENCE
    }

    /** The digits of this part in a code that is long enough. */
    String digits(String code) {
        return code.substring(fromDigit - 1, end());
    }

    /** The code of the grid that a code names with this part and those before it. */
    String key(String code) {
        return code.substring(keyFrom - 1, end());
    }

    /** The last digit, counted from 1. */
    int end() {
        return fromDigit + length - 1;
    }

    Optional<CodeRange> range(String code) {
        int number = Integer.parseInt(digits(code));
        return ranges.stream().filter(range -> range.holds(number)).findFirst();
    }

    /** What may stand here, in words; long tables end with "and n more". */
    String allowed() {
        String listed =
                ranges.stream().limit(LISTED).map(range -> range.text(length)).collect(Collectors.joining(", "));
        return ranges.size() > LISTED ? listed + " and " + (ranges.size() - LISTED) + " more" : listed;
    }
}

package org.gridward.place;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a place must satisfy before it is stored; each broken rule is one entry of the problem. Pure. */
final class PlaceRules {

    private static final int CODE_MOST = 80;
    private static final int NAME_MOST = 200;
    private static final int ATTRIBUTES_MOST = 100;

    private PlaceRules() {}

    /** The problem with a place, or null when there is none. The spot itself is checked where datums are known. */
    static Problem check(NewPlace place, Set<String> kinds) {
        Problem problem = Problem.unprocessable("place-not-acceptable", "The place cannot be stored as it is.");
        if (place.code() == null || place.code().isBlank() || place.code().length() > CODE_MOST) {
            problem.with(
                    "/code",
                    Fault.length(1, CODE_MOST),
                    "'" + place.code() + "': give a code of 1 to " + CODE_MOST + " characters.");
        } else if (!place.code().equals(place.code().strip()) || hasControl(place.code()) || hasSlash(place.code())) {
            problem.with(
                    "/code",
                    Fault.CHARACTER,
                    "The code has a slash, a control character or spaces at an end; leave them out.");
        }
        if (place.kind() == null || !kinds.contains(place.kind())) {
            problem.with("/kind", Fault.CHOICE, "'" + place.kind() + "' is no kind of place; known are " + kinds + ".");
        }
        name(problem, "/nameZh", place.nameZh());
        name(problem, "/nameEn", place.nameEn());
        attributes(problem, place.attributes());
        return problem.entries().isEmpty() ? null : problem;
    }

    private static void name(Problem problem, String pointer, String name) {
        if (name.length() > NAME_MOST) {
            problem.with(
                    pointer,
                    Fault.tooLong(name.length(), NAME_MOST),
                    "The name has " + name.length() + " characters; use at most " + NAME_MOST + ".");
        } else if (hasControl(name)) {
            problem.with(pointer, Fault.CHARACTER, "The name has a control character; leave it out.");
        }
    }

    private static void attributes(Problem problem, Map<String, Object> attributes) {
        if (attributes.size() > ATTRIBUTES_MOST) {
            problem.with(
                    "/attributes",
                    Fault.itemsMost(ATTRIBUTES_MOST),
                    attributes.size() + " attributes; use at most " + ATTRIBUTES_MOST + ".");
        }
        if (hasNul(attributes)) {
            problem.with(
                    "/attributes", Fault.CHARACTER, "An attribute holds the character U+0000, which cannot be stored.");
        }
    }

    private static boolean hasNul(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().anyMatch(entry -> hasNul(entry.getKey()) || hasNul(entry.getValue()));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().anyMatch(PlaceRules::hasNul);
        }
        return value instanceof String text && text.indexOf('\0') >= 0;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static boolean hasSlash(String text) {
        return text.indexOf('/') >= 0;
    }
}

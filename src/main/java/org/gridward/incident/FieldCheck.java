package org.gridward.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Reads the fields of an action out of what was sent; every broken one is an entry of the problem. Pure. */
final class FieldCheck {

    private static final int CODE_MOST = 80;
    private static final int ENTRY_MOST = 200;
    private static final Set<String> POINT = Set.of("lon", "lat", "accuracyMeters");

    private final Problem problem;

    private FieldCheck(Problem problem) {
        this.problem = problem;
    }

    /**
     * The values that were sent, in the order of the fields and in their Java types; what was left out is left out.
     *
     * @throws Problem 422 {@code action-not-acceptable} with a pointer to every field that is missing, wrong or unknown
     */
    static Map<String, Object> read(Action action, Map<String, Object> sent) {
        FieldCheck check = new FieldCheck(Problem.unprocessable(
                "action-not-acceptable",
                "The action " + action + " cannot be taken as it is; it takes "
                        + action.fields().stream().map(Field::name).toList() + " and a note."));
        Map<String, Object> read = check.fields(action.fields(), sent == null ? Map.of() : sent);
        if (!check.problem.entries().isEmpty()) {
            throw check.problem;
        }
        return read;
    }

    private Map<String, Object> fields(List<Field> fields, Map<String, Object> sent) {
        Map<String, Object> read = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = sent.get(field.name());
            if (value == null || value instanceof String text && text.isBlank()) {
                if (field.required()) {
                    problem.with("/" + field.name(), Fault.MISSING, "missing; " + wanted(field));
                }
                continue;
            }
            Object good = value(field, value);
            if (good != null) {
                read.put(field.name(), good);
            }
        }
        sent.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name -> problem.with("/" + pointer(name), Fault.SUPERFLUOUS, "unknown field; leave it out"));
        return read;
    }

    private Object value(Field field, Object value) {
        return switch (field.type()) {
            case TEXT -> text(field, value);
            case CODE -> code(field, value);
            case INSTANT -> instant(field, value);
            case INTEGER -> value instanceof Integer whole ? within(field, whole) : refuse(field, wanted(field));
            case NUMBER ->
                value instanceof Number number ? within(field, number.doubleValue()) : refuse(field, wanted(field));
            case POINT -> point(field, value);
            case BOOLEAN -> value instanceof Boolean flag ? flag : refuse(field, wanted(field));
            case LIST -> list(field, value);
        };
    }

    private Object text(Field field, Object value) {
        if (!(value instanceof String text)) {
            return refuse(field, wanted(field));
        }
        int before = problem.entries().size();
        ReportRules.text(problem, "/" + field.name(), text, field.most().intValue(), field.required());
        return problem.entries().size() > before ? null : text.strip();
    }

    private Object code(Field field, Object value) {
        if (!(value instanceof String text)
                || text.length() > CODE_MOST
                || !text.strip().matches("[\\p{L}\\p{N}_.:/ -]+")) {
            return refuse(field, wanted(field));
        }
        if (field.codes().isEmpty()) {
            return text.strip();
        }
        String word = text.strip().toUpperCase(Locale.ROOT);
        return field.codes().contains(word) ? word : refuse(field, "'" + text + "': " + wanted(field));
    }

    private Object instant(Field field, Object value) {
        try {
            Instant instant = OffsetDateTime.parse(String.valueOf(value)).toInstant();
            if (value instanceof String
                    && !instant.isBefore(ReportRules.EARLIEST)
                    && instant.isBefore(ReportRules.LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException unreadable) {
            // refused below
        }
        return refuse(field, wanted(field));
    }

    private Object point(Field field, Object value) {
        if (!(value instanceof Map<?, ?> sent)
                || !POINT.containsAll(sent.keySet())
                || !sent.values().stream().allMatch(Number.class::isInstance)
                || !sent.containsKey("lon")
                || !sent.containsKey("lat")) {
            return refuse(field, wanted(field));
        }
        Map<String, Double> point = new LinkedHashMap<>();
        sent.forEach((name, number) -> point.put((String) name, ((Number) number).doubleValue()));
        boolean good = Math.abs(point.get("lon")) <= 180
                && Math.abs(point.get("lat")) <= 90
                && point.getOrDefault("accuracyMeters", 0.0) >= 0;
        return good ? point : refuse(field, wanted(field));
    }

    private Object list(Field field, Object value) {
        if (!(value instanceof List<?> entries) || entries.isEmpty() || entries.size() > field.most()) {
            return refuse(field, wanted(field));
        }
        for (Object entry : entries) {
            if (!(entry instanceof String text)
                    || text.isBlank()
                    || text.length() > ENTRY_MOST
                    || text.chars().anyMatch(Character::isISOControl)) {
                return refuse(field, wanted(field));
            }
        }
        return entries.stream()
                .map(entry -> ((String) entry).strip())
                .distinct()
                .toList();
    }

    private <N extends Number> Object within(Field field, N number) {
        double value = number.doubleValue();
        boolean good =
                (field.least() == null || value >= field.least()) && (field.most() == null || value <= field.most());
        return good ? number : refuse(field, number + ": " + wanted(field));
    }

    private Object refuse(Field field, String message) {
        problem.with("/" + field.name(), fault(field), message);
        return null;
    }

    private static Fault fault(Field field) {
        return switch (field.type()) {
            case TEXT -> Fault.length(1, field.most().intValue());
            case CODE, BOOLEAN -> Fault.CHOICE;
            case INSTANT -> Fault.TIME;
            case INTEGER, NUMBER ->
                field.least() == null || field.most() == null ? Fault.NUMBER : Fault.range(field.least(), field.most());
            case POINT -> Fault.PLACE;
            case LIST -> Fault.LIST;
        };
    }

    private static String wanted(Field field) {
        return switch (field.type()) {
            case TEXT -> "send 1 to " + field.most().intValue() + " characters";
            case CODE -> field.codes().isEmpty() ? "send a code" : "send one of " + field.codes();
            case INSTANT -> "send a time with an offset, such as 2026-03-01T08:00:00+08:00";
            case INTEGER ->
                "send a whole number from " + field.least().intValue() + " to "
                        + field.most().intValue();
            case NUMBER -> "send a number from " + field.least() + " to " + field.most();
            case POINT -> "send lon and lat in degrees, and accuracyMeters if known";
            case BOOLEAN -> "send true or false";
            case LIST ->
                "send a list of 1 to " + field.most().intValue() + " texts of at most " + ENTRY_MOST + " characters";
        };
    }

    private static String pointer(String name) {
        String shown = name.length() > CODE_MOST ? name.substring(0, CODE_MOST) + "…" : name;
        return shown.replace("~", "~0").replace("/", "~1");
    }
}

package org.gridward.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Words the answer to a report for somebody who sees the system for the first time. Pure. */
final class ExampleText {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;

    ExampleText(ZoneId zone) {
        this.zone = zone;
    }

    String of(JsonNode incident, JsonNode board, long microseconds) {
        StringBuilder text = new StringBuilder("A worked example, filed just now:\n");
        JsonNode location = incident.path("location");
        line(
                text,
                "report",
                "%s  %s  at %.6f, %.6f (notice board %s)",
                word(incident, "number"),
                word(incident, "category"),
                location.path("lon").asDouble(),
                location.path("lat").asDouble(),
                word(board, "code"));
        String label = "grids";
        JsonNode finest = null;
        for (JsonNode match : incident.path("matches")) {
            line(text, label, "%-13s %-18s %s", word(match, "layer"), word(match, "gridCode"), word(match, "gridName"));
            label = "";
            finest = word(match, "layer").equals("micro-grid") || finest == null ? match : finest;
        }
        if (finest != null) {
            border(text, finest);
        }
        person(text, "lead", incident.path("lead"));
        for (JsonNode helper : incident.path("helpers")) {
            person(text, "helper", helper);
        }
        JsonNode rule = incident.path("decision").path("rule");
        line(text, "rule", "%s v%d: %s", word(rule, "id"), rule.path("version").asInt(), word(rule, "textEn"));
        for (JsonNode reason : incident.path("decision").path("reasons")) {
            line(text, "why", "%s %s", word(reason, "en"), word(reason, "zh"));
        }
        for (JsonNode deadline : incident.path("deadlines")) {
            line(text, "due", "%s by %s", word(deadline, "kind"), time(word(deadline, "due")));
        }
        line(
                text,
                "took",
                "%.1f ms to decide, %.0f ms until it was stored for good and answered",
                incident.path("decision").path("microseconds").asLong() / 1_000.0,
                microseconds / 1_000.0);
        return text.toString();
    }

    private static void border(StringBuilder text, JsonNode match) {
        JsonNode next = match.path("runnerUp");
        line(
                text,
                "border",
                "%.1f m away%s",
                match.path("distanceToBorderMeters").asDouble(),
                next.isObject() ? "; " + word(next, "gridCode") + " would be next" : "");
    }

    private static void person(StringBuilder text, String label, JsonNode who) {
        if (who.isObject()) {
            line(
                    text,
                    label,
                    "%s / %s, %s, %s%s",
                    word(who, "person"),
                    word(who, "personEn"),
                    word(who, "team"),
                    word(who, "gridCode"),
                    who.path("phone").isString() ? ", tel. " + word(who, "phone") : "");
        }
    }

    private String time(String instant) {
        return MINUTES.format(Instant.parse(instant).atZone(zone));
    }

    private static String word(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private static void line(StringBuilder text, String label, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "  %-8s%s%n", label, String.format(Locale.ROOT, format, values)));
    }
}

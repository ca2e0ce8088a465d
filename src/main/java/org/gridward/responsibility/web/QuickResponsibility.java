package org.gridward.responsibility.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gridward.platform.Problem;
import org.gridward.platform.QuickAnswer;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /responsibility} in its plain form: known parameters, each once, without escapes. */
@Component
class QuickResponsibility implements QuickAnswer {

    private static final Set<String> NAMES =
            Set.of("lon", "lat", "datum", "at", "knownAt", "accuracyMeters", "category", "layer", "gridCode");

    private final ResponsibilityController controller;
    private final JsonMapper json;

    QuickResponsibility(ResponsibilityController controller, JsonMapper json) {
        this.controller = controller;
        this.json = json;
    }

    @Override
    public String path() {
        return "/api/v1/responsibility";
    }

    @Override
    public byte[] answer(String query) {
        Map<String, String> asked = parameters(query);
        if (asked == null || !asked.containsKey("lon") || !asked.containsKey("lat")) {
            return null;
        }
        try {
            return json.writeValueAsBytes(controller.responsibility(
                    asked.get("lon"),
                    asked.get("lat"),
                    asked.getOrDefault("datum", "WGS84"),
                    asked.get("at"),
                    asked.get("knownAt"),
                    asked.getOrDefault("accuracyMeters", "0"),
                    asked.get("category"),
                    asked.get("layer"),
                    asked.get("gridCode")));
        } catch (Problem | DataAccessException longWay) {
            return null;
        }
    }

    /** The parameters, or null where the query is anything but plain. */
    static Map<String, String> parameters(String query) {
        if (query == null) {
            return null;
        }
        Map<String, String> found = new HashMap<>();
        int at = 0;
        while (at < query.length()) {
            int end = query.indexOf('&', at);
            end = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', at);
            if (equals < 0 || equals + 1 >= end || !isPlain(query, equals + 1, end)) {
                return null;
            }
            String name = query.substring(at, equals);
            if (!NAMES.contains(name) || found.put(name, query.substring(equals + 1, end)) != null) {
                return null;
            }
            at = end + 1;
        }
        return found;
    }

    private static boolean isPlain(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean plain = c >= '0' && c <= '9'
                    || c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c == '.'
                    || c == '-'
                    || c == '_'
                    || c == ':';
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}

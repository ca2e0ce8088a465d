package org.gridward.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Reads typed results by the fields of a template. Pure. */
final class ResultRules {

    private static final int TEXT_MOST = 200;

    private ResultRules() {}

    /**
     * The results in their types.
     *
     * @throws Problem 422 naming each that the template does not know or that has another type
     */
    static Map<String, Object> read(CampaignTemplate template, Map<String, Object> results, String pointer) {
        Map<String, Object> read = new LinkedHashMap<>();
        if (results == null) {
            return read;
        }
        Problem problem = Problem.unprocessable("results-not-acceptable", "The results cannot be taken as they are.");
        results.forEach((name, value) -> {
            CampaignTemplate.ResultField field = template.field(name).orElse(null);
            if (field == null) {
                problem.with(
                        pointer + "/" + name,
                        Fault.UNKNOWN,
                        "unknown; the template has "
                                + template.fields().stream()
                                        .map(CampaignTemplate.ResultField::name)
                                        .toList());
            } else if (!fits(field.type(), value)) {
                problem.with(pointer + "/" + name, Fault.UNREADABLE, "'" + value + "' is no " + field.type());
            } else {
                read.put(name, value);
            }
        });
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        return read;
    }

    private static boolean fits(CampaignTemplate.ResultField.Type type, Object value) {
        return switch (type) {
            case INTEGER -> value instanceof Integer number && number >= 0;
            case NUMBER -> value instanceof Number number && Double.isFinite(number.doubleValue());
            case TEXT -> value instanceof String text && text.length() <= TEXT_MOST && text.indexOf('\0') < 0;
            case FLAG -> value instanceof Boolean;
        };
    }
}

package org.gridward.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The JSON form of a problem: type, title, status, detail, errors[] as RFC 9457 and the public contract
 * say, and the values that the detail names. */
public final class ProblemBody {

    private ProblemBody() {}

    /** The members of the body, in their order. */
    public static Map<String, Object> of(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + problem.slug());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        if (!problem.values().isEmpty()) {
            body.put("values", problem.values());
        }
        List<Map<String, Object>> errors = new ArrayList<>();
        for (Problem.Entry entry : problem.entries()) {
            errors.add(entry(entry));
        }
        body.put("errors", errors);
        return body;
    }

    /** The body for a status of which nothing more is known. */
    public static Map<String, Object> of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        Map<String, Object> body = of(Problem.unreadable(
                "http-" + status,
                status == 400
                        ? "The request line or a header cannot be read; encode every character of the address that is"
                                + " not allowed in one, such as [ as %5B, and write no // in the path."
                        : "The server refused this request: " + title + "."));
        body.put("title", title);
        body.put("status", status);
        return body;
    }

    private static Map<String, Object> entry(Problem.Entry entry) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("pointer", entry.pointer());
        member.put("message", entry.message());
        member.putAll(entry.more());
        if (entry.location() != null) {
            member.put("location", GeoJson.toMap(entry.location()));
        }
        return member;
    }
}

package org.gridward.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON form of a problem: type, title, status, detail, errors[] as RFC 9457 and the public contract say. */
public final class ProblemBody {

    private ProblemBody() {}

    /** The members of the body, in their order. */
    public static Map<String, Object> of(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + problem.slug());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        List<Map<String, Object>> errors = new ArrayList<>();
        for (Problem.Entry entry : problem.entries()) {
            errors.add(entry(entry));
        }
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
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

package org.gridward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** Takes incidents through their life over HTTP, as a dispatcher would. */
public final class TestLife {

    private TestLife() {}

    /** The incident as it is now. */
    public static JsonNode read(TestApi api, String id) {
        return api.get("/api/v1/incidents/" + id).json();
    }

    /** Asks for an action on the version that is there now; {@code fields} are names and values in turn. */
    public static Answer ask(TestApi api, String id, String action, Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("action", action);
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return api.post("/api/v1/incidents/" + id + "/actions", body, "If-Match", tag(api, id));
    }

    /** As {@link #ask}, and it is taken; answers the incident afterwards. */
    public static JsonNode act(TestApi api, String id, String action, Object... fields) {
        Answer answer = ask(api, id, action, fields);
        assertThat(answer.status()).as(action + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The ETag of the incident now. */
    public static String tag(TestApi api, String id) {
        return api.get("/api/v1/incidents/" + id).header("ETag");
    }

    /** Goes on from whatever open state to FINISHED. */
    public static JsonNode finish(TestApi api, String id) {
        JsonNode incident = read(api, id);
        if (incident.path("state").asString().equals("DISPATCHED")) {
            incident = act(api, id, "ACCEPT");
        }
        if (incident.path("state").asString().equals("ACCEPTED")) {
            incident = act(api, id, "ARRIVE");
        }
        return incident.path("state").asString().equals("ARRIVED") ? act(api, id, "FINISH") : incident;
    }

    /** Every helper accepts and is done. */
    public static void helpersDone(TestApi api, String id) {
        read(api, id).path("tasks").forEach(task -> {
            if (task.path("part").asString().equals("HELPER")
                    && task.path("endedAt").isNull()) {
                String tag = "\"" + task.path("version").asInt() + "\"";
                String path = "/api/v1/tasks/" + task.path("id").asString() + "/actions";
                if (task.path("state").asString().equals("ASSIGNED")) {
                    tag = api.post(path, Map.of("action", "ACCEPT"), "If-Match", tag)
                            .header("ETag");
                }
                Answer done = api.post(path, Map.of("action", "DONE"), "If-Match", tag);
                assertThat(done.status()).as(done.body()).isEqualTo(200);
            }
        });
    }

    /** Goes on from whatever open state to CLOSED: every helper done, the reporter answered. */
    public static JsonNode close(TestApi api, String id) {
        JsonNode incident = finish(api, id);
        if (incident.path("state").asString().equals("FINISHED")) {
            act(api, id, "FEEDBACK", "answer", "已处理完毕");
        }
        helpersDone(api, id);
        return act(api, id, "CLOSE", "how", "REPAIRED");
    }
}

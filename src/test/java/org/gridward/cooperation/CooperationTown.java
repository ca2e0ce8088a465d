package org.gridward.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The test town with a dispatcher who reports and a hand for what every test of this room does. */
public abstract class CooperationTown {

    public static final double LON = 122.115;
    public static final double LAT = 30.015;

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected Layers layers;

    @Autowired
    protected Editions editions;

    @Autowired
    protected GridMap map;

    @Autowired
    protected JdbcClient jdbc;

    protected TestApi dispatcher;
    protected TestApi patrol;

    @BeforeEach
    protected void town() {
        TestTown.adopt(layers, editions, map);
        TestApi api = TestApi.of(context);
        dispatcher = api.as("dispatcher");
        patrol = api.as("patrol");
    }

    /** The id of a new incident of that category in the middle of the town. */
    protected String report(String category) {
        return report(category, Map.of());
    }

    protected String report(String category, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "category",
                category,
                "description",
                "测试",
                "channel",
                "PHONE",
                "location",
                Map.of("lon", LON, "lat", LAT)));
        body.putAll(more);
        TestApi.Answer answer = dispatcher.post("/api/v1/incidents", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** Takes an action with the version of now; the answer must be 200. */
    protected JsonNode act(TestApi api, String id, Map<String, Object> act) {
        TestApi.Answer answer = tryAct(api, id, act);
        assertThat(answer.status()).as(act + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    protected TestApi.Answer tryAct(TestApi api, String id, Map<String, Object> act) {
        String tag = dispatcher.get("/api/v1/incidents/" + id).header("ETag");
        return api.post("/api/v1/incidents/" + id + "/actions", act, "If-Match", tag);
    }

    /** POSTs and expects a status. */
    protected TestApi.Answer post(int status, String path, Object body, String... headers) {
        TestApi.Answer answer = dispatcher.post(path, body, headers);
        assertThat(answer.status()).as(path + " " + body + " " + answer.body()).isEqualTo(status);
        return answer;
    }

    /** POSTs a change of a thing whose JSON with its etag was read before; expects 200 and answers it anew. */
    protected JsonNode change(String path, JsonNode thing, Object body) {
        return post(200, path, body, "If-Match", thing.path("etag").asString()).json();
    }

    protected JsonNode get(String path) {
        TestApi.Answer answer = dispatcher.get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The words of the timeline of an incident, in order. */
    protected List<String> timeline(String id) {
        return texts(get("/api/v1/incidents/" + id).path("timeline"), "action");
    }

    protected static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(node -> node.path(field).asString()).toList();
    }

    protected static Instant in(long amount, ChronoUnit unit) {
        return Instant.now().plus(amount, unit).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Each sweep once, as the clock of the room would. */
    protected void sweep() {
        context.getBean(CooperationSweeper.class).look();
    }
}

package org.gridward.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=WhistleIT")
class WhistleIT extends CooperationTown {

    @Test
    void whoIsCalledComesAndIsWrittenDownWithTheResult() {
        String id = report("street_occupation");
        JsonNode calls = whistle(201, id, List.of("urban_enforcement", "police"), in(1, ChronoUnit.HOURS))
                .json()
                .path("items");
        assertThat(texts(calls, "department")).containsExactly("urban_enforcement", "police");

        String path = "/api/v1/whistle-calls/" + calls.get(0).path("id").asString();
        JsonNode arrived = change(path + "/arrival", calls.get(0), Map.of("person", "城管 003"));
        assertThat(arrived.path("onTime").asBoolean()).isTrue();
        assertThat(post(
                                412,
                                path + "/result",
                                Map.of("outcome", "DONE", "result", "已清理"),
                                "If-Match",
                                calls.get(0).path("etag").asString())
                        .problem())
                .isEqualTo("stale");
        JsonNode ended = change(path + "/result", arrived, Map.of("outcome", "DONE", "result", "已清理占道物品"));
        assertThat(ended.path("outcome").asString()).isEqualTo("DONE");
        assertThat(timeline(id)).endsWith("WHISTLE", "WHISTLE_ARRIVED", "WHISTLE_ENDED");
        whistle(201, id, List.of("urban_enforcement"), null);
        assertThat(get("/api/v1/incidents/" + id + "/whistles").path("items").size())
                .isEqualTo(3);
    }

    @Test
    void aDepartmentThatDoesNotComeIsChasedOnceAndCounted() {
        String id = report("noise");
        JsonNode call = whistle(201, id, List.of("ecology"), in(1, ChronoUnit.HOURS))
                .json()
                .path("items")
                .get(0);
        jdbc.sql("UPDATE cooperation.whistle_calls SET called_at = called_at - interval '2 h',"
                        + " arrive_by = arrive_by - interval '2 h' WHERE id = ?::uuid")
                .param(call.path("id").asString())
                .update();
        sweep();
        sweep();
        assertThat(timeline(id)).filteredOn("WHISTLE_CHASED"::equals).hasSize(1);
        assertThat(texts(
                        get("/api/v1/whistle-calls?state=LATE&department=ecology")
                                .path("items"),
                        "number"))
                .hasSize(1);
        JsonNode rate =
                get("/api/v1/whistle-arrivals?department=ecology").path("items").get(0);
        assertThat(rate.path("missing").asInt()).isEqualTo(1);
        assertThat(rate.path("chased").asInt()).isEqualTo(1);
        assertThat(rate.path("rate").asDouble()).isZero();

        JsonNode late = change(
                "/api/v1/whistle-calls/" + call.path("id").asString() + "/arrival", call, Map.of("person", "环保 001"));
        assertThat(late.path("onTime").asBoolean(true)).isFalse();
        rate = get("/api/v1/whistle-arrivals?department=ecology").path("items").get(0);
        assertThat(rate.path("late").asInt()).isEqualTo(1);
        assertThat(rate.path("missing").asInt()).isZero();
    }

    @Test
    void badWhistlesAreRefusedAndChangeNothing() {
        String id = report("noise");
        assertThat(whistle(422, id, List.of("ministry_of_magic"), null).problem())
                .isEqualTo("unknown-department");
        assertThat(whistle(422, id, List.of(), null).problem()).isEqualTo("departments-missing");
        assertThat(whistle(422, id, List.of("police", "police"), null).problem())
                .isEqualTo("department-twice");
        assertThat(whistle(422, id, List.of("police"), Instant.parse("2020-01-01T00:00:00Z"))
                        .problem())
                .isEqualTo("time-not-acceptable");
        assertThat(post(422, "/api/v1/incidents/" + id + "/whistles", Map.of("departments", List.of("police")))
                        .problem())
                .isEqualTo("text-missing");
        assertThat(post(404, "/api/v1/incidents/" + UUID.randomUUID() + "/whistles", body(List.of("police"), null))
                        .problem())
                .isEqualTo("unknown-incident");
        assertThat(get("/api/v1/incidents/" + id + "/whistles").path("items").size())
                .isZero();

        JsonNode call =
                whistle(201, id, List.of("police"), null).json().path("items").get(0);
        TestApi.Answer second = whistle(409, id, List.of("police"), null);
        assertThat(second.problem()).isEqualTo("whistle-open");
        String path = "/api/v1/whistle-calls/" + call.path("id").asString();
        String tag = call.path("etag").asString();
        assertThat(post(
                                422,
                                path + "/arrival",
                                Map.of(
                                        "person",
                                        "民警 1",
                                        "at",
                                        in(-2, ChronoUnit.HOURS).toString()),
                                "If-Match",
                                tag)
                        .problem())
                .isEqualTo("time-not-acceptable");
        assertThat(post(422, path + "/arrival", Map.of(), "If-Match", tag).problem())
                .isEqualTo("text-missing");
        assertThat(post(409, path + "/result", Map.of("outcome", "DONE", "result", "x"), "If-Match", tag)
                        .problem())
                .isEqualTo("whistle-not-arrived");
        assertThat(post(422, path + "/result", Map.of("outcome", "GONE", "result", "x"), "If-Match", tag)
                        .problem())
                .isEqualTo("unknown-word");
        assertThat(post(428, path + "/arrival", Map.of("person", "民警 1")).problem())
                .isEqualTo("version-missing");
        change(path + "/result", call, Map.of("outcome", "CALLED_OFF", "result", "误报"));
    }

    @Test
    void theSameKeyWhistlesOnceAndAListHasPages() {
        String id = report("noise");
        Map<String, Object> body = body(List.of("water", "greening", "transport"), null);
        String path = "/api/v1/incidents/" + id + "/whistles";
        assertThat(post(201, path, body, "Idempotency-Key", "w-" + id).json())
                .isEqualTo(post(201, path, body, "Idempotency-Key", "w-" + id).json());
        JsonNode first = get("/api/v1/whistle-calls?limit=2");
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(get(first.path("next").asString()).path("items").size()).isPositive();
        assertThat(dispatcher.get("/api/v1/whistle-calls?state=SLEEPY").status())
                .isEqualTo(400);
    }

    @Test
    void aTaskNeedsSomebodyAndIsToldOnceWhenDue() {
        String id = report("noise");
        String path = "/api/v1/incidents/" + id + "/joint-tasks";
        String due = in(3, ChronoUnit.DAYS).toString();
        assertThat(post(422, path, Map.of("text", "加装隔音", "due", due)).problem())
                .isEqualTo("responsible-missing");
        assertThat(post(422, path, Map.of("text", "x", "due", due, "department", "water", "party", "某店"))
                        .problem())
                .isEqualTo("responsible-ambiguous");
        JsonNode task = post(201, path, Map.of("text", "加装隔音棉", "due", due, "party", "面店 12"))
                .json();
        jdbc.sql("UPDATE cooperation.joint_tasks SET due = clock_timestamp() WHERE id = ?::uuid")
                .param(task.path("id").asString())
                .update();
        sweep();
        sweep();
        assertThat(timeline(id)).filteredOn("JOINT_TASK_DUE"::equals).hasSize(1);
        assertThat(texts(get("/api/v1/joint-tasks?state=DUE").path("items"), "id"))
                .contains(task.path("id").asString());
        String own = "/api/v1/joint-tasks/" + task.path("id").asString();
        change(own + "/result", task, Map.of("outcome", "DONE", "result", "已加装"));
        assertThat(post(409, own + "/result", Map.of("outcome", "DONE", "result", "x"), "If-Match", "\"2\"")
                        .problem())
                .isEqualTo("joint-task-ended");
    }

    private TestApi.Answer whistle(int status, String id, List<String> departments, Instant by) {
        return post(status, "/api/v1/incidents/" + id + "/whistles", body(departments, by));
    }

    private static Map<String, Object> body(List<String> departments, Instant by) {
        return by == null
                ? Map.of("departments", departments, "note", "请到现场处置")
                : Map.of("departments", departments, "note", "请到现场处置", "arriveBy", by.toString());
    }
}

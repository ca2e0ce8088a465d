package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestLife;
import org.gridward.cooperation.CooperationTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Story 3: stairwells 65 and 76 without power, reported to 95598, restored 130 minutes later. */
@GridwardIT
@TestPropertySource(properties = "own-database=C03")
class C03_PowerFailureIT extends CooperationTown {

    @Test
    void restoredAfterHundredAndThirtyMinutesIsNoBreachOfControlInTwoHours() {
        String id = report("power_failure", Map.of("description", "65号楼道停电"));
        String other = report(
                "power_failure", Map.of("description", "76号楼道停电", "location", Map.of("lon", LON + 0.0004, "lat", LAT)));
        TestLife.act(dispatcher, other, "MERGE", "into", id);
        assertThat(TestLife.read(dispatcher, other).path("state").asString()).isEqualTo("MERGED");

        assertThat(told(id))
                .as("the two stairwells without power, not the one between them")
                .isEqualTo(2);
        TestLife.act(patrol, id, "ACCEPT");
        TestLife.act(patrol, id, "ARRIVE");
        JsonNode handOff = post(
                        201,
                        "/api/v1/incidents/" + id + "/hand-offs",
                        Map.of("department", "state_grid_95598", "reference", "95598-0821-17", "note", "两个楼道"))
                .json();
        assertThat(handOff.path("pauses").asBoolean(true)).isFalse();
        TestLife.act(patrol, id, "CONTROL", "note", "楼道已设应急照明，电梯无人被困");
        String path = "/api/v1/hand-offs/" + handOff.path("id").asString();
        post(201, path + "/progress", Map.of("text", "抢修班组到场，正在检测"));
        pass(id, 130);
        post(201, path + "/progress", Map.of("text", "更换控制箱空开"));
        JsonNode restored =
                change(path + "/restoration", get(path), Map.of("cause", "控制箱空气开关、断路器损坏", "object", "65、76号楼控制箱"));

        assertThat(minutes(restored, "handedAt", "restoredAt")).isEqualTo(130);
        assertThat(restored.path("cause").asString()).contains("空气开关");
        assertThat(texts(restored.path("posts"), "text")).hasSize(2);
        JsonNode incident = get("/api/v1/incidents/" + id);
        assertThat(Instant.parse(incident.path("controlledAt").asString()))
                .isBefore(Instant.parse(restored.path("restoredAt").asString()));
        JsonNode control = incident.path("deadlines")
                .valueStream()
                .filter(deadline -> deadline.path("kind").asString().equals("CONTROL"))
                .findFirst()
                .orElseThrow();
        assertThat(Instant.parse(control.path("metAt").asString()))
                .isBeforeOrEqualTo(Instant.parse(control.path("due").asString()));
        assertThat(control.path("firedAt").isNull()).isTrue();
        assertThat(timeline(id)).contains("HANDED_OFF", "HAND_OFF_PROGRESS", "RESTORED");
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "已恢复供电");
        TestLife.act(dispatcher, id, "CLOSE", "how", "REPAIRED", "rootCause", "空气开关、断路器损坏");
    }

    @Test
    void itIsNotClosedBeforeThePowerIsBack() {
        String id = report("power_failure");
        post(
                201,
                "/api/v1/incidents/" + id + "/hand-offs",
                Map.of("department", "state_grid_95598", "reference", "95598-0821-18"));
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "正在抢修");
        assertThat(TestLife.ask(dispatcher, id, "CLOSE", "how", "HANDED_ON").problem())
                .isEqualTo("cooperation-open");
    }

    /** How many doors a notice to stairwells 65 and 76 reaches, where 70 stands between them. */
    private int told(String id) {
        stairwell("65", LON);
        stairwell("70", LON + 0.0002);
        stairwell("76", LON + 0.0004);
        return post(
                        201,
                        "/api/v1/broadcasts",
                        Map.of(
                                "titleZh",
                                "停电抢修",
                                "titleEn",
                                "Power failure",
                                "textZh",
                                "65、76 号楼道停电，正在抢修。",
                                "textEn",
                                "Stairwells 65 and 76 are without power.",
                                "validFrom",
                                in(1, ChronoUnit.MINUTES).toString(),
                                "validUntil",
                                in(4, ChronoUnit.HOURS).toString(),
                                "areas",
                                List.of(around(LON), around(LON + 0.0004)),
                                "incidentId",
                                id))
                .json()
                .path("receipt")
                .path("doors")
                .asInt();
    }

    private void stairwell(String code, double lon) {
        post(
                201,
                "/api/v1/places",
                Map.of(
                        "code",
                        code,
                        "kind",
                        "stairwell",
                        "nameZh",
                        code + "号楼道",
                        "lon",
                        lon,
                        "lat",
                        LAT,
                        "attributes",
                        Map.of("households", 12)));
    }

    private static Map<String, Object> around(double lon) {
        double half = 0.00005;
        return Map.of(
                "type",
                "Polygon",
                "coordinates",
                List.of(List.of(
                        List.of(lon - half, LAT - half),
                        List.of(lon + half, LAT - half),
                        List.of(lon + half, LAT + half),
                        List.of(lon - half, LAT + half),
                        List.of(lon - half, LAT - half))));
    }

    /** What was written down so far happened so many minutes earlier. */
    private void pass(String id, int minutes) {
        String back = " - make_interval(mins => :minutes)";
        jdbc.sql("UPDATE cooperation.hand_offs SET handed_at = handed_at" + back + " WHERE incident_id = :id::uuid")
                .param("minutes", minutes)
                .param("id", id)
                .update();
        jdbc.sql("UPDATE dispatch.deadlines SET due = due" + back + ", met_at = met_at" + back
                        + " WHERE incident_id = :id::uuid AND kind IN ('RESPOND', 'CONTROL')")
                .param("minutes", minutes)
                .param("id", id)
                .update();
        jdbc.sql("UPDATE incident.incidents SET reported_at = reported_at" + back + ", controlled_at = controlled_at"
                        + back + " WHERE id = :id::uuid")
                .param("minutes", minutes)
                .param("id", id)
                .update();
    }

    private static long minutes(JsonNode of, String from, String to) {
        return Duration.between(
                        Instant.parse(of.path(from).asString()),
                        Instant.parse(of.path(to).asString()))
                .toMinutes();
    }
}

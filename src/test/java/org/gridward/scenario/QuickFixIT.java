package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Small matters are fixed on the spot (小事快办): one patrol action, the whole loop, place and photo kept. */
class QuickFixIT extends LifeTown {

    private static final String PATH = "/api/v1/incidents/quick-fixes";

    @Test
    void whatIsFoundAndFixedInOneGoHasTheWholeLoopBehindIt() {
        Answer answer = patrol.post(PATH, fix(Map.of()), "Idempotency-Key", "quick-1");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode fixed = answer.json();

        assertThat(fixed.path("state").asString()).isEqualTo("CLOSED");
        assertThat(fixed.path("quickFix").asBoolean()).isTrue();
        assertThat(fixed.path("closedHow").asString()).isEqualTo("CLEARED");
        assertThat(texts(fixed.path("timeline"), "action"))
                .containsExactly("REPORT", "DISPATCH", "ACCEPT", "ARRIVE", "FINISH", "FEEDBACK", "CLOSE");
        assertThat(texts(fixed.path("timeline"), "actor").subList(2, 7)).containsOnly("patrol");
        assertThat(fixed.path("timeline").findValues("photos").get(0).get(0).asString())
                .isEqualTo("photo-1");
        assertThat(fixed.path("location").path("lon").asDouble()).isEqualTo(LON);
        assertThat(texts(fixed.path("deadlines"), "kind")).containsExactly("CLOSE");
        assertThat(fixed.path("deadlines").get(0).path("metAt").isNull()).isFalse();
        assertThat(texts(fixed.path("tasks"), "state")).startsWith("CLOSED").doesNotContain("ASSIGNED");
        assertThat(fixed.path("firstReceiver").asString()).isEqualTo("patrol");
        String id = fixed.path("id").asString();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/incidents/" + id);
        assertThat(count("SELECT count(*) FROM published.incident_life WHERE quick_fix AND id = ?::uuid", id))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM access.audit_events WHERE object = ?", id))
                .isEqualTo(6);

        Answer again = patrol.post(PATH, fix(Map.of()), "Idempotency-Key", "quick-1");
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(count("SELECT count(*) FROM incident.incidents WHERE description = ?", "a bag of rubbish"))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "photos, [], quick-fix-not-acceptable",
        "photos, , quick-fix-not-acceptable",
        "fixed, , quick-fix-not-acceptable",
        "location, , quick-fix-not-acceptable",
        "category, pipe_burst, not-a-small-matter",
        "category, group_rental, not-a-small-matter",
        "category, nonsense, unknown-category"
    })
    void whatIsNoQuickFixLeavesNothingBehind(String field, String value, String problem) {
        long before = count("SELECT count(*) FROM incident.incidents");
        Map<String, Object> changed = new HashMap<>();
        changed.put(field, "[]".equals(value) ? List.of() : value);

        Answer answer = patrol.post(PATH, fix(changed));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(count("SELECT count(*) FROM incident.incidents")).isEqualTo(before);
    }

    @Test
    void outsideTheOwnGridItIsReportedNotFixed() {
        TestApi.addUser(jdbc, "patrol-far", "patrol", "33099900100201");
        long before = count("SELECT count(*) FROM incident.incidents");
        Answer answer = TestApi.of(context).as("patrol-far").post(PATH, fix(Map.of()));
        assertThat(answer.problem()).isEqualTo("outside-own-jurisdiction");
        assertThat(count("SELECT count(*) FROM incident.incidents")).isEqualTo(before);
    }

    private static Map<String, Object> fix(Map<String, Object> changed) {
        Map<String, Object> fix = new HashMap<>();
        fix.put("category", "exposed_rubbish");
        fix.put("description", "a bag of rubbish");
        fix.put("location", Map.of("lon", LON, "lat", LAT));
        fix.put("fixed", "taken away");
        fix.put("photos", List.of("photo-1"));
        fix.putAll(changed);
        fix.values().removeIf(value -> value == null);
        return fix;
    }
}

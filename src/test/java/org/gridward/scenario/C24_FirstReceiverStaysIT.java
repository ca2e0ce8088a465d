package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/**
 * Story 24: a leak from upstairs is told to a grid worker at the door. Whoever took it stays the first receiver (首问负责),
 * whoever else handles it: through hand-over, escalation, return, closing and reopening.
 */
class C24_FirstReceiverStaysIT extends LifeTown {

    private static final String NEIGHBOUR_GRID = "33099900100101";

    @Test
    void whoeverTookItStaysItsFirstReceiverWhoeverHandlesIt() {
        TestApi.addUser(jdbc, "grid-worker-24", "patrol", "*");
        TestApi worker = TestApi.of(context).as("grid-worker-24");
        JsonNode told = report(worker, "water_leak", LON, LAT);
        String id = told.path("id").asString();

        stays(TestLife.act(worker, id, "ACCEPT"));
        stays(TestLife.act(dispatcher, id, "TRANSFER", "to", NEIGHBOUR_GRID, "reason", "支部矛盾协调会"));
        stays(TestLife.act(dispatcher, id, "TRIAGE", "matterClass", "PRIVATE", "reason", "邻里之间"));
        stays(TestLife.act(dispatcher, id, "ACCEPT"));
        stays(TestLife.act(dispatcher, id, "ARRIVE"));
        stays(TestLife.act(dispatcher, id, "NOTE", "note", "召开矛盾协调会，双方同意分担维修"));
        stays(TestLife.act(dispatcher, id, "FINISH"));
        stays(TestLife.act(dispatcher, id, "FEEDBACK", "answer", "楼上已修好，费用分担"));
        TestLife.helpersDone(dispatcher, id);
        stays(TestLife.act(dispatcher, id, "CLOSE", "how", "MEDIATED"));
        stays(TestLife.act(dispatcher, id, "REOPEN", "reason", "又漏了"));
        TestLife.close(dispatcher, id);
        stays(TestLife.read(dispatcher, id));
        assertThat(count(
                        "SELECT count(*) FROM published.incident_life WHERE first_receiver = 'grid-worker-24' AND id = ?::uuid",
                        id))
                .isEqualTo(1);

        assertThatThrownBy(() -> jdbc.sql("UPDATE incident.incidents SET first_receiver = 'x' WHERE id = ?::uuid")
                        .param(id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "UPDATE incident.incidents SET tracking_code = repeat('a', 26) WHERE id = ?::uuid")
                        .param(id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("tracking_code");
        assertThat(worker.post(
                                "/api/v1/incidents/" + id + "/actions",
                                Map.of("action", "NOTE", "note", "x", "firstReceiver", "x"),
                                "If-Match",
                                TestLife.tag(worker, id))
                        .status())
                .isEqualTo(422);
    }

    private static void stays(JsonNode incident) {
        assertThat(incident.path("firstReceiver").asString()).isEqualTo("grid-worker-24");
    }
}

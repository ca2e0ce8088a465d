package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two dispatchers and who works on what: held, stale after a minute without a sign, taken over after a grace, told to all. */
class ClaimIT extends LifeTown {

    private TestApi other;

    @BeforeEach
    void anotherDispatcher() {
        TestApi.addUser(jdbc, "dispatcher-2", "dispatcher", "*");
        other = TestApi.of(context).as("dispatcher-2");
        sign(dispatcher, null);
        sign(other, null);
    }

    @Test
    void theSecondIsToldWhoHasIt() {
        String id = report("noise");
        Answer mine = claim(dispatcher, id);
        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        assertThat(mine.json().path("holder").asString()).isEqualTo("dispatcher");
        assertThat(claim(dispatcher, id).json().path("claimedAt"))
                .isEqualTo(mine.json().path("claimedAt"));

        Answer refused = claim(other, id);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("claim-held");
        assertThat(refused.json().path("detail").asString()).contains("dispatcher has been working");
        assertThat(release(other, id).problem()).isEqualTo("claim-held");
        assertThat(release(dispatcher, id).status()).isEqualTo(204);
        assertThat(claim(other, id).status()).isEqualTo(200);
    }

    @Test
    void aClaimWithoutASignIsTakenOverAfterTheGraceAndNotBefore() {
        String id = report("noise");
        claim(dispatcher, id);
        silent("dispatcher", 70);
        assertThat(claim(other, id).problem()).as("stale, but within the grace").isEqualTo("claim-held");
        silent("dispatcher", 6);

        Answer taken = claim(other, id);

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("takenFrom").asString()).isEqualTo("dispatcher");
        assertThat(events("ClaimChanged", id).get(events("ClaimChanged", id).size() - 1))
                .contains("\"holder\": \"dispatcher-2\"")
                .contains("\"before\": \"dispatcher\"");
        assertThat(count(
                        "SELECT count(*) FROM access.audit_events WHERE action = 'CLAIM_TAKEN_OVER' AND object = ?",
                        id))
                .isEqualTo(1);
        assertThat(claim(dispatcher, id).problem()).isEqualTo("claim-held");
    }

    @Test
    void aSignInTheGraceKeepsTheClaim() {
        String id = report("noise");
        claim(dispatcher, id);
        silent("dispatcher", 74);
        sign(dispatcher, null);
        assertThat(claim(other, id).problem()).isEqualTo("claim-held");
    }

    @Test
    void whoLooksAtACaseIsToldToTheOthersOnceAndForgottenWithoutASign() {
        String id = report("noise");
        sign(dispatcher, id);
        sign(dispatcher, id);
        assertThat(shownBy(sign(other, null), id)).containsExactly("dispatcher");
        assertThat(events("PresenceChanged", "dispatcher").stream().filter(payload -> payload.contains(id)))
                .hasSize(1);
        silent("dispatcher", 61);
        assertThat(shownBy(sign(other, null), id)).isEmpty();
    }

    @Test
    void nobodyWorksOnWhatIsOver() {
        String id = report("noise");
        claim(dispatcher, id);
        TestLife.act(dispatcher, id, "VOID", "reason", "误报");
        assertThat(claims(sign(other, null))).doesNotContain(id);
        assertThat(claim(dispatcher, id).problem()).isEqualTo("incident-closed");
        assertThat(claim(dispatcher, "00000000-0000-7000-8000-000000000000").status())
                .isEqualTo(404);
        assertThat(dispatcher.post("/api/v1/presence", Map.of("seat", " ")).problem())
                .isEqualTo("seat-name");
    }

    private static Answer claim(TestApi api, String id) {
        return api.send("PUT", "/api/v1/incidents/" + id + "/claim", null);
    }

    private static Answer release(TestApi api, String id) {
        return api.send("DELETE", "/api/v1/incidents/" + id + "/claim", null);
    }

    private static JsonNode sign(TestApi api, String incident) {
        Answer answer = api.post(
                "/api/v1/presence", incident == null ? Map.of("seat", "s") : Map.of("seat", "s", "incident", incident));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Moves the last sign of a dispatcher into the past. */
    private void silent(String holder, int seconds) {
        jdbc.sql("UPDATE console.seats SET seen_at = seen_at - make_interval(secs => ?) WHERE holder = ?")
                .param(seconds)
                .param(holder)
                .update();
    }

    private static List<String> shownBy(JsonNode desks, String id) {
        return desks.path("seats")
                .valueStream()
                .filter(seat -> seat.path("incident").asString("").equals(id))
                .map(seat -> seat.path("holder").asString())
                .toList();
    }

    private static List<String> claims(JsonNode desks) {
        return texts(desks.path("claims"), "incident");
    }

    private List<String> events(String type, String subject) {
        return jdbc.sql("SELECT payload::text FROM ("
                        + "SELECT at, type, subject, payload FROM platform.outbox"
                        + " UNION ALL SELECT at, type, subject, payload FROM console.stream_events) e"
                        + " WHERE type = ? AND subject = ? ORDER BY at")
                .param(type)
                .param(subject)
                .query(String.class)
                .list();
    }
}

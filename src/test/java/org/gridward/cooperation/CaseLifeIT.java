package org.gridward.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.dispatch.AssignmentOverdue;
import org.gridward.dispatch.DeadlinesRung;
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=CaseLifeIT")
class CaseLifeIT extends CooperationTown {

    @Autowired
    Teams teams;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void heads() {
        teams.load(List.of(new NewTeam(
                "micro-grid",
                TestTown.micro(1, 1),
                "MICRO",
                "微网格队伍",
                "Micro-grid team",
                List.of(new NewMember("MICRO_GRID_HEAD", "微网格长 07", "Micro-grid head 07", null, null, null, null)),
                List.of())));
    }

    @Test
    void anIncidentClimbsTheTreeOfLayersWithReasons() {
        String id = report("noise");
        JsonNode place = ladder(id).path("place");
        assertThat(place.path("ladder").valueStream().map(JsonNode::asString))
                .containsExactly("micro-grid", "grid", "community", "town");
        assertThat(place.path("person").asString()).isEqualTo("微网格长 07");
        TestLife.act(dispatcher, id, "ESCALATE", "reason", "BEYOND_POWERS", "note", "需要街道协调");
        assertThat(ladder(id).path("place").path("layer").asString()).isEqualTo("grid");
        TestLife.act(dispatcher, id, "ESCALATE", "reason", "SEVERAL_DEPARTMENTS", "to", "town");
        JsonNode top = ladder(id);
        assertThat(top.path("place").path("gridCode").asString()).isEqualTo("330999001");
        assertThat(texts(top.path("items"), "reason")).containsExactly("BEYOND_POWERS", "SEVERAL_DEPARTMENTS");
        TestApi.Answer higher = TestLife.ask(dispatcher, id, "ESCALATE", "reason", "OTHER");
        assertThat(higher.problem()).isEqualTo("top-of-ladder");
        assertThat(TestLife.ask(dispatcher, id, "ESCALATE", "reason", "BORED").problem())
                .isEqualTo("unknown-reason");
        assertThat(TestLife.ask(dispatcher, id, "ESCALATE", "reason", "OTHER", "to", "grid")
                        .problem())
                .isEqualTo("not-above");
        assertThat(timeline(id)).filteredOn("ESCALATE"::equals).hasSize(2);
    }

    @Test
    void aDeadlineThatPassedTakesItUpOnceByTheRules() {
        String id = report("pipe_burst");
        String quiet = report("noise");
        Instant due = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String nowhere = UUID.randomUUID().toString();
        DeadlinesRung rung = new DeadlinesRung(
                List.of(),
                List.of(overdue(nowhere, "RESPOND", due), overdue(id, "RESPOND", due), overdue(quiet, "PLAN", due)));
        events.publishEvent(rung);
        events.publishEvent(rung);
        sweep();
        sweep();
        JsonNode steps = ladder(id).path("items");
        assertThat(steps.size()).isEqualTo(1);
        assertThat(steps.get(0).path("automatic").asBoolean()).isTrue();
        assertThat(steps.get(0).path("reason").asString()).isEqualTo("OVERDUE");
        assertThat(ladder(quiet).path("items").size()).isZero();
        assertThat(timeline(id)).contains("ESCALATED");
    }

    @Test
    void aSupervisedCaseNamesADepartmentAndAlarmsTheLeaderOnce() {
        String id = report("illegal_building");
        assertThat(TestLife.ask(dispatcher, id, "SUPERVISE", "until", soon()).status())
                .isEqualTo(422);
        assertThat(TestLife.ask(dispatcher, id, "SUPERVISE", "department", "nobody", "until", soon())
                        .problem())
                .isEqualTo("unknown-department");
        TestLife.act(dispatcher, id, "SUPERVISE", "department", "urban_enforcement", "until", soon(), "note", "挂牌");
        assertThat(TestLife.ask(dispatcher, id, "SUPERVISE", "department", "police", "until", soon())
                        .problem())
                .isEqualTo("supervised-already");
        assertThat(texts(get("/api/v1/supervisions").path("items"), "incidentId"))
                .contains(id);
        jdbc.sql("UPDATE cooperation.supervisions SET due = clock_timestamp() WHERE incident_id = ?::uuid")
                .param(id)
                .update();
        sweep();
        sweep();
        assertThat(timeline(id)).filteredOn("SUPERVISION_OVERDUE"::equals).hasSize(1);
        TestLife.act(dispatcher, id, "SUPERVISE", "end", true);
        assertThat(TestLife.ask(dispatcher, id, "SUPERVISE", "end", true).problem())
                .isEqualTo("not-supervised");
        assertThat(together(id).path("supervision").path("endedAt").isNull()).isFalse();
    }

    @Test
    void aWhistleIsAnActionTooAndVoidCallsItOff() {
        String id = report("noise");
        TestLife.act(dispatcher, id, "WHISTLE", "departments", List.of("police"), "note", "请到场");
        assertThat(TestLife.ask(dispatcher, id, "WHISTLE", "departments", List.of("police"))
                        .problem())
                .isEqualTo("whistle-open");
        assertThat(TestLife.ask(dispatcher, id, "WHISTLE", "departments", List.of("gnomes"))
                        .problem())
                .isEqualTo("unknown-department");
        TestLife.act(dispatcher, id, "VOID", "reason", "重复误报");
        assertThat(together(id).path("whistles").get(0).path("outcome").asString())
                .isEqualTo("CALLED_OFF");
        assertThat(post(
                                409,
                                "/api/v1/incidents/" + id + "/whistles",
                                Map.of("departments", List.of("water"), "note", "x"))
                        .problem())
                .isEqualTo("incident-closed");
    }

    @Test
    void aMediationThatFailsGoesUpAndOneThatAgreesIsLookedAtAfterAMonth() {
        String id = report("neighbour_dispute");
        String all = "/api/v1/incidents/" + id + "/mediations";
        Map<String, Object> body =
                Map.of("level", "GRID", "parties", List.of("一楼", "二楼"), "mediators", List.of("调解员 03"));
        JsonNode first = post(201, all, body).json();
        assertThat(post(409, all, body).problem()).isEqualTo("mediation-open");
        String path = "/api/v1/mediations/" + first.path("id").asString();
        assertThat(post(409, path + "/result", end("AGREED"), "If-Match", "\"1\"")
                        .problem())
                .isEqualTo("no-session");
        post(201, path + "/sessions", Map.of("minutesLong", 40, "minutes", "各执一词"));
        change(path + "/result", get(path), end("FAILED"));
        assertThat(texts(ladder(id).path("items"), "reason")).containsExactly("ON_SITE_MEDIATION_FAILED");

        JsonNode second = post(
                        201,
                        all,
                        Map.of("level", "COMMUNITY", "parties", List.of("一楼", "二楼"), "mediators", List.of("调解员 03")))
                .json();
        path = "/api/v1/mediations/" + second.path("id").asString();
        JsonNode session = post(201, path + "/sessions", Map.of("minutesLong", 60, "minutes", "达成一致"))
                .json();
        JsonNode agreed = change(path + "/result", session, end("AGREED"));
        assertThat(Instant.parse(agreed.path("revisitDue").asString()))
                .isBetween(in(27, ChronoUnit.DAYS), in(32, ChronoUnit.DAYS));
        assertThat(texts(together(id).path("tasks"), "kind")).containsExactly("REVISIT");
        TestLife.close(dispatcher, id);
        jdbc.sql("UPDATE cooperation.joint_tasks SET due = clock_timestamp() WHERE incident_id = ?::uuid")
                .param(id)
                .update();
        sweep();
        assertThat(timeline(id)).endsWith("JOINT_TASK_DUE");
        assertThat(post(422, "/api/v1/incidents/" + report("noise") + "/mediations", Map.of("level", "COURT"))
                        .problem())
                .isEqualTo("unknown-word");
    }

    @Test
    void nothingIsClosedWhileSomethingIsLeftToDoTogether() {
        String id = report("noise");
        post(201, "/api/v1/incidents/" + id + "/joint-tasks", Map.of("text", "换低噪风机", "party", "面店 12", "due", soon()));
        post(201, "/api/v1/incidents/" + id + "/hand-offs", Map.of("department", "water_company", "reference", "W-17"));
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "已答复");
        TestApi.Answer refused = TestLife.ask(dispatcher, id, "CLOSE", "how", "REPAIRED");
        assertThat(refused.problem()).isEqualTo("cooperation-open");
        assertThat(refused.json().path("errors").size()).isEqualTo(2);
        JsonNode task = together(id).path("tasks").get(0);
        change(
                "/api/v1/joint-tasks/" + task.path("id").asString() + "/result",
                task,
                Map.of("outcome", "DONE", "result", "已换"));
        JsonNode handOff = together(id).path("handOffs").get(0);
        String own = "/api/v1/hand-offs/" + handOff.path("id").asString();
        assertThat(post(
                                422,
                                own + "/restoration",
                                Map.of("cause", "阀门", "restoredAt", "2020-01-01T00:00:00Z"),
                                "If-Match",
                                handOff.path("etag").asString())
                        .problem())
                .isEqualTo("time-not-acceptable");
        change(own + "/restoration", handOff, Map.of("cause", "阀门老化", "object", "阀门 65"));
        assertThat(post(409, own + "/progress", Map.of("text", "x")).problem()).isEqualTo("restored-already");
        TestLife.act(dispatcher, id, "CLOSE", "how", "REPAIRED");
    }

    @Test
    void badHandOffsAreRefused() {
        String path = "/api/v1/incidents/" + report("power_failure") + "/hand-offs";
        assertThat(post(422, path, Map.of("department", "police", "reference", "1"))
                        .problem())
                .isEqualTo("not-external");
        assertThat(post(422, path, Map.of("department", "moon_base", "reference", "1"))
                        .problem())
                .isEqualTo("unknown-department");
        assertThat(post(422, path, Map.of("department", "water_company")).problem())
                .isEqualTo("text-missing");
        post(201, path, Map.of("department", "water_company", "reference", "R-1"));
        assertThat(post(409, path, Map.of("department", "water_company", "reference", "R-1"))
                        .problem())
                .isEqualTo("reference-taken");
        assertThat(get("/api/v1/hand-offs?open=true").path("items").size()).isPositive();
    }

    @Test
    void theClocksStandWhileABodyOutsideHasItWhereThatWasSaid() {
        String id = report("noise");
        JsonNode handOff = post(
                        201,
                        "/api/v1/incidents/" + id + "/hand-offs",
                        Map.of("department", "water_company", "reference", "P-1", "pauses", true))
                .json();
        assertThat(standing(id)).isTrue();
        change("/api/v1/hand-offs/" + handOff.path("id").asString() + "/restoration", handOff, Map.of("cause", "阀门老化"));
        assertThat(standing(id)).isFalse();
    }

    private boolean standing(String id) {
        return get("/api/v1/incidents/" + id)
                .path("deadlines")
                .get(0)
                .path("standing")
                .asBoolean();
    }

    @Test
    void triageTakesACaseIntoTheLibraryAndOutOfIt() {
        String id = report("noise");
        String plans = "/api/v1/incidents/" + id + "/hard-case/plans";
        Map<String, Object> plan = Map.of("text", "分三步", "party", "面店 12", "due", soon());
        assertThat(post(409, plans, plan).problem()).isEqualTo("no-hard-case");
        TestLife.act(dispatcher, id, "TRIAGE", "tier", 3, "reason", "牵涉多方");
        assertThat(post(422, plans, Map.of("text", "分三步", "due", soon())).problem())
                .isEqualTo("responsible-missing");
        assertThat(post(201, plans, plan).json().path("state").asString()).isEqualTo("PLANNED");
        assertThat(post(201, plans, Map.of("text", "分两步", "party", "面店 12", "due", soon()))
                        .json()
                        .path("plans")
                        .asInt())
                .isEqualTo(2);
        assertThat(texts(together(id).path("tasks"), "outcome")).contains("RELEASED");
        TestLife.act(dispatcher, id, "TRIAGE", "tier", 2, "reason", "其实不难");
        assertThat(get("/api/v1/incidents/" + id + "/hard-case")
                        .path("case")
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");
    }

    private static AssignmentOverdue overdue(String id, String kind, Instant due) {
        return new AssignmentOverdue(UUID.fromString(id), "x", kind, due, due);
    }

    private JsonNode ladder(String id) {
        return get("/api/v1/incidents/" + id + "/escalations");
    }

    private JsonNode together(String id) {
        return get("/api/v1/incidents/" + id + "/cooperation");
    }

    private static Map<String, String> end(String outcome) {
        return Map.of("outcome", outcome, "agreement", "双方各让一步");
    }

    private static String soon() {
        return in(3, ChronoUnit.DAYS).toString();
    }
}

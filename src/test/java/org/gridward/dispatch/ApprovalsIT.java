package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.dispatch.ClockTown.until;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.deadline.Deadlines;
import org.gridward.deadline.LimitUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Clocks of incidents over HTTP: stopped and extended with a second person, going on by themselves. */
@GridwardIT
@TestPropertySource(properties = "own-database=DeadlineClocksIT")
class ApprovalsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Deadlines deadlines;

    @Autowired
    OverdueSweeper sweeper;

    @Autowired
    PauseEnder ender;

    private ClockTown town;

    @BeforeEach
    void town() {
        town = new ClockTown(context);
    }

    @Test
    void parkingNeedsASecondPersonAndKeepsWhatIsLeft() {
        String id = town.reportId("power_failure");
        town.age(id, "10 minutes");
        String until = Instant.parse(town.deadline(id, "RESPOND").path("due").asString())
                .plus(Duration.ofHours(5))
                .toString();
        Answer asked = town.ask("patrol", id, "action", "PARK", "until", until, "reason", "等待供电公司停电检修");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        JsonNode approval = asked.json();
        assertThat(town.read(id).path("parkedUntil").isNull())
                .as("asked is not parked")
                .isTrue();
        assertThat(town.deadline(id, "RESPOND").path("standing").asBoolean()).isFalse();
        assertThat(town.ask("dispatcher", id, "action", "PARK", "until", until, "reason", "x")
                        .problem())
                .isEqualTo("approval-open");
        assertThat(town.decide("patrol", approval, "decision", "APPROVE").problem())
                .isEqualTo("own-request");
        assertThat(town.api.as("second").get("/api/v1/approvals").body()).contains(id);

        Answer approved = town.decide("second", approval, "decision", "APPROVE", "note", "同意");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(town.decide("admin", approval, "decision", "REFUSE", "note", "x")
                        .problem())
                .as("one decides, the other is told")
                .isEqualTo("stale-approval");
        assertThat(Instant.parse(town.read(id).path("parkedUntil").asString())).isEqualTo(Instant.parse(until));
        JsonNode standing = town.deadline(id, "RESPOND");
        assertThat(standing.path("standing").asBoolean()).isTrue();
        assertThat(standing.path("light").asString()).isEqualTo("GREEN");
        Duration left = Duration.between(
                Instant.parse(until), Instant.parse(standing.path("due").asString()));
        assertThat(left).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        town.age(id, "0 minutes");
        sweeper.sweep();
        assertThat(town.told(id, "AssignmentWarned")).isZero();
        assertThat(town.api.as("dispatcher").get("/api/v1/parked").body())
                .contains(id)
                .contains("等待供电公司停电检修");
        assertThat(TestLife.ask(town.api.as("dispatcher"), id, "TRIAGE", "tier", 2, "reason", "x")
                        .problem())
                .isEqualTo("clock-stands");

        TestLife.act(town.api.as("dispatcher"), id, "RESUME");
        JsonNode running = town.deadline(id, "RESPOND");
        assertThat(running.path("standing").asBoolean()).isFalse();
        assertThat(Instant.parse(running.path("due").asString())).isBefore(Instant.parse(until));
        assertThat(town.read(id).path("parkedUntil").isNull()).isTrue();
        JsonNode history = town.api
                .as("dispatcher")
                .get("/api/v1/incidents/" + id + "/deadlines")
                .json();
        assertThat(history.path("changes")
                        .valueStream()
                        .filter(change -> change.path("kind").asString().equals("RESPOND"))
                        .map(change -> change.path("cause").asString()))
                .containsExactly("PARKED", "RESUMED");
        assertThat(history.path("pauses").get(0).path("endedBy").asString()).isEqualTo("dispatcher");
        assertThat(town.timeline(id, "PARK_APPROVED")).isEqualTo(1);
    }

    @Test
    void aRefusalSaysWhyAndAnAskMayBeWithdrawn() {
        String id = town.reportId("noise");
        String until = Instant.parse(town.deadline(id, "CLOSE").path("due").asString())
                .plus(Duration.ofDays(30))
                .toString();
        JsonNode first = town.ask("patrol", id, "action", "EXTEND", "until", until, "reason", "等料")
                .json();
        assertThat(town.decide("second", first, "decision", "REFUSE").problem()).isEqualTo("note-missing");
        assertThat(town.decide("second", first, "decision", "PERHAPS").problem())
                .isEqualTo("unknown-decision");
        assertThat(town.decide("second", first, "decision", "WITHDRAW").problem())
                .isEqualTo("not-own-request");
        assertThat(town.decide("second", first, "decision", "REFUSE", "note", "料已到")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("REFUSED");
        JsonNode second = town.ask("patrol", id, "action", "EXTEND", "until", until, "reason", "等料")
                .json();
        assertThat(town.decide("patrol", second, "decision", "WITHDRAW").status())
                .isEqualTo(200);
        assertThat(town.decide(
                                "second",
                                town.api
                                        .as("second")
                                        .get("/api/v1/incidents/" + id + "/approvals")
                                        .json()
                                        .path("items")
                                        .get(0),
                                "decision",
                                "APPROVE")
                        .problem())
                .isEqualTo("approval-decided");
        for (Map<String, Object> bad : java.util.List.of(
                ClockTown.map("action", "PARK", "until", "2020-01-01T00:00:00Z", "reason", "x"),
                ClockTown.map("action", "PARK", "until", "2099-01-01T00:00:00Z", "reason", "x"),
                ClockTown.map("action", "EXTEND", "until", until, "workingDays", 3, "reason", "x"),
                ClockTown.map("action", "EXTEND", "reason", "x"),
                ClockTown.map("action", "EXTEND", "workingDays", -1, "reason", "x"),
                ClockTown.map("action", "PARK", "until", until),
                ClockTown.map("action", "CLOSE", "reason", "x"))) {
            Answer refused = town.api.as("patrol").post("/api/v1/incidents/" + id + "/approvals", bad);
            assertThat(refused.status()).as(bad + " " + refused.body()).isEqualTo(422);
        }
    }

    @Test
    void anExtensionByWorkingDaysMovesTheDueOnItsOwnClock() {
        String id = town.reportId("noise");
        JsonNode before = town.deadline(id, "CLOSE");
        JsonNode asked = town.ask("patrol", id, "action", "EXTEND", "workingDays", 3, "reason", "等料")
                .json();
        assertThat(town.decide("second", asked, "decision", "APPROVE").status()).isEqualTo(200);
        JsonNode after = town.deadline(id, "CLOSE");
        Instant expected = deadlines
                .maker()
                .make(
                        "",
                        3,
                        LimitUnit.WORKING_DAYS,
                        Instant.parse(before.path("due").asString()))
                .due();
        assertThat(Instant.parse(after.path("due").asString())).isEqualTo(expected);
        assertThat(Instant.parse(town.read(id).path("nextDue").asString())).isEqualTo(expected);
        assertThat(Instant.parse(after.path("warnAt").asString()))
                .isAfter(Instant.parse(before.path("warnAt").asString()));
        assertThat(town.api
                        .as("dispatcher")
                        .get("/api/v1/incidents/" + id + "/deadlines")
                        .json()
                        .path("changes")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("等料");
    }

    @Test
    void aPauseEndsByItselfOnce() {
        String id = town.reportId("power_failure");
        Instant until = Instant.parse(town.deadline(id, "RESPOND").path("due").asString())
                .plusSeconds(7_200);
        JsonNode asked = town.ask("patrol", id, "action", "PARK", "until", until.toString(), "reason", "检修")
                .json();
        assertThat(town.decide("second", asked, "decision", "APPROVE").status()).isEqualTo(200);
        town.jdbc
                .sql(
                        "UPDATE dispatch.pauses SET until = clock_timestamp() - interval '1 ms' WHERE incident_id = ?::uuid")
                .param(id)
                .update();
        until(() -> town.timeline(id, "PARK_ENDED") == 1, ender::look);
        ender.look();
        assertThat(town.timeline(id, "PARK_ENDED")).isEqualTo(1);
        assertThat(town.deadline(id, "RESPOND").path("standing").asBoolean()).isFalse();
        assertThat(town.read(id).path("parkedUntil").isNull()).isTrue();
    }
}

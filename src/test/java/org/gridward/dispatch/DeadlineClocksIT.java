package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.dispatch.ClockTown.until;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.TimeZone;
import org.gridward.GridwardIT;
import org.gridward.TestLife;
import org.gridward.deadline.Deadlines;
import org.gridward.deadline.DueMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Clocks of incidents over HTTP: lights, warnings and alarms, another tier, the zone of the server. */
@GridwardIT
@TestPropertySource(properties = "own-database=DeadlineClocksIT")
class DeadlineClocksIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Deadlines deadlines;

    @Autowired
    OverdueSweeper sweeper;

    private ClockTown town;

    @BeforeEach
    void town() {
        town = new ClockTown(context);
    }

    @Test
    void aDeadlineShowsItsLightAndTheIncidentTheWorst() {
        String id = town.reportId("pipe_burst");
        assertThat(town.deadline(id, "CONTROL").path("light").asString()).isEqualTo("GREEN");
        assertThat(town.deadline(id, "CONTROL").path("unit").asString()).isEqualTo("HOURS");
        assertThat(town.read(id).path("light").asString()).isEqualTo("GREEN");
        town.age(id, "25 minutes");
        assertThat(town.deadline(id, "RESPOND").path("light").asString()).isEqualTo("YELLOW");
        assertThat(town.deadline(id, "CONTROL").path("light").asString()).isEqualTo("GREEN");
        assertThat(town.read(id).path("light").asString()).isEqualTo("YELLOW");
        town.age(id, "6 minutes");
        assertThat(town.read(id).path("light").asString()).isEqualTo("RED");
        JsonNode row = town.api
                .as("dispatcher")
                .get("/api/v1/incidents?category=pipe_burst&limit=1000")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("light").asString()).isEqualTo("RED");
        TestLife.act(town.api.as("dispatcher"), id, "ACCEPT");
        TestLife.act(town.api.as("dispatcher"), id, "ARRIVE");
        assertThat(town.deadline(id, "RESPOND").path("light").asString())
                .as("late for good")
                .isEqualTo("RED");
        assertThat(town.read(id).path("light").asString()).isEqualTo("GREEN");
    }

    @Test
    void aWarningAndAnAlarmAreToldOnceEachAndStandInTheTimeline() {
        String id = town.reportId("pipe_burst");
        town.age(id, "25 minutes");
        until(() -> town.told(id, "AssignmentWarned") == 1, sweeper::sweep);
        sweeper.sweep();
        assertThat(town.told(id, "AssignmentWarned")).isEqualTo(1);
        assertThat(town.told(id, "AssignmentOverdue")).isZero();
        assertThat(town.deadline(id, "RESPOND").path("warnedAt").isNull()).isFalse();
        town.age(id, "6 minutes");
        until(() -> town.told(id, "AssignmentOverdue") == 1, sweeper::sweep);
        sweeper.sweep();
        assertThat(town.told(id, "AssignmentOverdue")).isEqualTo(1);
        assertThat(town.timeline(id, "DEADLINE_WARNED")).isEqualTo(1);
        assertThat(town.timeline(id, "DEADLINE_PASSED")).isEqualTo(1);
    }

    @Test
    void anotherTierCountsAnewFromTheReport() {
        String id = town.reportId("noise");
        Instant reported = Instant.parse(town.read(id).path("reportedAt").asString());
        TestLife.act(town.api.as("dispatcher"), id, "TRIAGE", "tier", 1, "reason", "有人受伤");
        assertThat(Instant.parse(town.deadline(id, "RESPOND").path("due").asString()))
                .isEqualTo(reported.plus(Duration.ofMinutes(30)));
        assertThat(town.read(id).path("deadlines").valueStream().map(d -> d.path("kind")
                        .asString()))
                .containsExactly("RESPOND", "CONTROL", "REVISIT");
        TestLife.act(town.api.as("dispatcher"), id, "TRIAGE", "tier", 2, "reason", "误判");
        assertThat(town.read(id).path("deadlines").valueStream().map(d -> d.path("kind")
                        .asString()))
                .containsExactly("CLOSE");
        DueMaker maker = deadlines.maker();
        assertThat(Instant.parse(town.deadline(id, "CLOSE").path("due").asString()))
                .isEqualTo(maker.make(2, "noise", null, reported).get(0).due());
        assertThat(town.api
                        .as("dispatcher")
                        .get("/api/v1/incidents/" + id + "/deadlines")
                        .json()
                        .path("changes")
                        .valueStream()
                        .map(change -> change.path("cause").asString() + " "
                                + change.path("kind").asString()))
                .contains("TRIAGE CLOSE", "TRIAGE RESPOND");
    }

    @Test
    void duesAreTheSameWhateverTheZoneOfTheServer() {
        TimeZone kept = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"UTC", "America/New_York", "Asia/Shanghai"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                JsonNode incident = town.report("noise");
                Instant reported = Instant.parse(incident.path("reportedAt").asString());
                assertThat(Instant.parse(town.deadline(incident.path("id").asString(), "CLOSE")
                                .path("due")
                                .asString()))
                        .as(zone)
                        .isEqualTo(deadlines.due(5, "WORKING_DAYS", reported));
            }
            assertThat(town.api
                            .as("patrol")
                            .get("/api/v1/due?amount=4&unit=WORKING_HOURS&start=2026-11-02T17:00:00%2B08:00")
                            .json()
                            .path("due")
                            .asString())
                    .isEqualTo("2026-11-03T03:00:00Z");
        } finally {
            TimeZone.setDefault(kept);
        }
    }

    @Test
    void aServerWhoseClockIsTenMinutesOffCountsByTheDatabase() {
        Instant now = town.jdbc
                .sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        for (int minutes : new int[] {-10, 10}) {
            Clock off = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
            DatabaseClock clock = new DatabaseClock(town.jdbc, off);
            clock.look();
            assertThat(Duration.between(now, clock.of(off.instant())).abs()).isLessThan(Duration.ofSeconds(5));
            Instant old = now.minus(Duration.ofDays(30));
            assertThat(clock.of(old)).isEqualTo(old);
        }
        DatabaseClock agreed = new DatabaseClock(town.jdbc, Clock.systemUTC());
        agreed.look();
        assertThat(agreed.of(now)).isEqualTo(now);
    }
}

package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.dispatch.ClockTown.until;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gridward.GridwardIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Deadlines are told once, never early, never missed: many sweepers, a frozen one, an outage, a row that cannot be told. */
@GridwardIT
@TestPropertySource(properties = "own-database=SweeperIT")
class SweeperIT {

    private static final String MASS = """
            INSERT INTO dispatch.deadlines (incident_id, number, kind, due, warn_at, ring_at, started_at, profile_version,
                provisional, unit, length_us, anchor_at, left_us)
            SELECT gen_random_uuid(), 'M-' || n, 'RESPOND', at.due, at.due - interval '6 min', at.due - interval '6 min',
                   at.due - interval '30 min', 2, false, 'MINUTES', 1800000000, at.due - interval '30 min', 1800000000
            FROM generate_series(1, :count) AS n, (SELECT clock_timestamp() - interval '1 s' AS due) AS at""";

    @Autowired
    ApplicationContext context;

    @Autowired
    OverdueSweeper sweeper;

    @Autowired
    DataSource database;

    private ClockTown town;

    @BeforeEach
    void town() {
        town = new ClockTown(context);
    }

    @Test
    void manyDeadlinesAtOnceAreToldOnceHoweverManySweep() {
        int count = 6_000;
        town.jdbc.sql(MASS).param("count", count).update();
        List<CompletableFuture<Void>> sweepers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.runAsync(() -> until(() -> waiting() == 0, sweeper::sweep)))
                .toList();
        sweepers.forEach(CompletableFuture::join);
        assertThat(count("SELECT count(*) FROM dispatch.deadline_alarms a JOIN dispatch.deadlines d"
                        + " USING (incident_id, kind) WHERE d.number LIKE 'M-%' AND a.level = 'DUE'"))
                .isEqualTo(count);
        assertThat(count("SELECT count(*) FROM dispatch.deadlines WHERE number LIKE 'M-%' AND fired_at < due"))
                .as("never early")
                .isZero();
        assertThat(count("""
                        SELECT count(*) FROM (SELECT payload FROM platform.outbox UNION ALL
                            SELECT payload FROM console.stream_events) AS told
                        WHERE payload->>'number' LIKE 'M-%' AND payload->>'level' = 'DUE'""")).isEqualTo(count);
        assertThat(count("""
                        SELECT count(*) FROM dispatch.deadline_alarms a JOIN dispatch.deadlines d USING (incident_id, kind)
                        WHERE d.number LIKE 'M-%' AND a.level = 'WARN'""")).as("a warning that is too late is none").isZero();
    }

    @Test
    void aFrozenServerHoldsUpOnlyItsOwnRowsAndTellsThemOnce() throws Exception {
        String frozen = town.reportId("pipe_burst");
        String other = town.reportId("pipe_burst");
        String sql = "SELECT id FROM dispatch.deadlines WHERE incident_id = '" + frozen + "' FOR UPDATE";
        try (Connection stopped = database.getConnection();
                Statement statement = stopped.createStatement()) {
            stopped.setAutoCommit(false);
            statement.execute(sql);
            long held = jdbcAge(statement, frozen);
            assertThat(held).isEqualTo(3);
            town.age(other, "31 minutes");
            until(() -> town.told(other, "AssignmentOverdue") == 1, sweeper::sweep);
            assertThat(town.told(frozen, "AssignmentOverdue")).isZero();
            stopped.commit();
        }
        until(() -> town.told(frozen, "AssignmentOverdue") == 1, sweeper::sweep);
        sweeper.sweep();
        assertThat(town.told(frozen, "AssignmentOverdue")).isEqualTo(1);
    }

    private static long jdbcAge(Statement statement, String id) throws Exception {
        return statement.executeUpdate(
                "UPDATE dispatch.deadlines SET due = due - interval '31 min', warn_at = warn_at - interval '31 min',"
                        + " ring_at = ring_at - interval '31 min' WHERE incident_id = '" + id + "'");
    }

    @Test
    void whatFellDueDuringAnOutageOverMidnightIsToldAfterIt() {
        String id = town.reportId("pipe_burst");
        town.age(id, "3 days");
        until(() -> town.told(id, "AssignmentOverdue") == 3, sweeper::sweep);
        sweeper.sweep();
        assertThat(town.told(id, "AssignmentOverdue")).isEqualTo(3);
        assertThat(town.told(id, "AssignmentWarned")).isZero();
    }

    @Test
    void aDeadlineThatCannotBeToldHoldsUpNoOther() {
        String poison = town.reportId("pipe_burst");
        String sound = town.reportId("pipe_burst");
        town.jdbc.sql("""
                        CREATE FUNCTION dispatch.refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            IF NEW.incident_id = '%s' THEN RAISE EXCEPTION 'no room for this row'; END IF;
                            RETURN NEW;
                        END $$;
                        CREATE TRIGGER refuse_poison BEFORE INSERT ON dispatch.deadline_alarms
                            FOR EACH ROW EXECUTE FUNCTION dispatch.refuse_poison()""".formatted(poison)).update();
        try {
            town.age(poison, "31 minutes");
            town.age(sound, "31 minutes");
            until(() -> town.told(sound, "AssignmentOverdue") == 1, sweeper::sweep);
            until(() -> failures(poison) == 1, sweeper::sweep);
            until(() -> parked(poison), () -> {
                town.jdbc
                        .sql("UPDATE dispatch.deadlines SET ring_at = clock_timestamp() WHERE incident_id = ?::uuid AND"
                                + " kind = 'RESPOND' AND ring_at IS NOT NULL")
                        .param(poison)
                        .update();
                sweeper.sweep();
            });
        } finally {
            town.jdbc
                    .sql("DROP TRIGGER refuse_poison ON dispatch.deadline_alarms")
                    .update();
        }
        JsonNode failure = failure(poison);
        assertThat(failure.path("error").asString()).contains("no room for this row");
        assertThat(failure.path("attempts").asInt()).isGreaterThanOrEqualTo(5);
        String retry = "/api/v1/deadlines/failures/" + failure.path("deadline").asLong() + "/retry";
        assertThat(town.api.as("dispatcher").post(retry, java.util.Map.of()).status())
                .isEqualTo(204);
        assertThat(town.api.as("dispatcher").post(retry, java.util.Map.of()).problem())
                .isEqualTo("not-parked");
        until(() -> town.told(poison, "AssignmentOverdue") == 1, sweeper::sweep);
        assertThat(failures(poison)).isZero();
    }

    private JsonNode failure(String id) {
        return town.api
                .as("dispatcher")
                .get("/api/v1/deadlines/failures")
                .json()
                .path("items")
                .valueStream()
                .filter(failure -> failure.path("incidentId").asString().equals(id))
                .findFirst()
                .orElse(null);
    }

    private long failures(String id) {
        return failure(id) == null ? 0 : 1;
    }

    private boolean parked(String id) {
        return failure(id) != null && failure(id).path("parked").asBoolean();
    }

    private long waiting() {
        return count("SELECT count(*) FROM dispatch.deadlines WHERE number LIKE 'M-%' AND ring_at IS NOT NULL");
    }

    private long count(String sql) {
        return town.jdbc.sql(sql).query(Long.class).single();
    }
}

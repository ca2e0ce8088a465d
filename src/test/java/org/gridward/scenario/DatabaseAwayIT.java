package org.gridward.scenario;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gridward.GridwardApplication;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestCluster;
import org.gridward.TestTown;
import org.gridward.access.AuditTrail;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The database stops, at rest or in the middle of a request, and comes back: nothing half done, nothing lost. */
@SpringBootTest(
        classes = GridwardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "GRIDWARD_HOME=target/test-home",
            "GRIDWARD_JURISDICTION=122.0,29.9,122.4,30.25"
        })
@ContextConfiguration(initializers = DatabaseAwayIT.OwnCluster.class)
@DirtiesContext
class DatabaseAwayIT {

    private static final String EDITIONS = "/api/v1/layers/micro-grid/editions";

    private static TestCluster cluster;
    private static TestCluster.Database database;

    static class OwnCluster implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            cluster = TestCluster.own();
            database = cluster.fresh();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "own cluster",
                            Map.of(
                                    "spring.datasource.url", database.url(),
                                    "spring.datasource.username", database.user(),
                                    "spring.datasource.password", database.password())));
        }
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private TestApi planner;

    @BeforeEach
    void adoptTheTown() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        planner = TestApi.of(context).as("planner");
        assertThat(planner.get("/api/v1/me").status()).isEqualTo(200);
    }

    @AfterEach
    void startAgain() {
        cluster.start();
    }

    @Test
    void answersAProblemWhileTheDatabaseIsAwayAndRecoversByItself() {
        TestApi management =
                TestApi.at(context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
        cluster.stop();

        Answer away = planner.get(EDITIONS);
        assertThat(away.status()).as(away.body()).isEqualTo(503);
        assertThat(away.problem()).isEqualTo("database-away");
        assertThat(away.header("Retry-After")).isNotNull();
        assertThat(planner.as("dispatcher", "never seen before")
                        .get("/api/v1/me")
                        .problem())
                .isEqualTo("database-away");
        assertThat(management.get("/healthz").status()).isEqualTo(200);
        assertThat(management.get("/readyz").status()).isEqualTo(503);

        cluster.start();
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(planner.get(EDITIONS).status()).isEqualTo(200));
        assertThat(management.get("/readyz").status()).isEqualTo(200);
    }

    @Test
    void doesNothingByHalvesWhenTheDatabaseStopsDuringARequestAndOnceWhenItIsSentAgain() throws SQLException {
        String edition = new EditionDraft().json();
        String path = EDITIONS + "?validFrom=2026-03-01T00:00:00Z";
        long before = count("grid.editions");
        CompletableFuture<Answer> sent =
                sendAndStop(() -> planner.post(path, edition, "Idempotency-Key", "adopt-1"), "grid.grids");

        Answer answer = sent.join();
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("database-away");

        cluster.start();
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(planner.get(EDITIONS).status()).isEqualTo(200));
        assertThat(count("grid.editions")).isEqualTo(before);
        assertThat(count("platform.idempotency_keys WHERE key = 'adopt-1'")).isZero();

        Answer again = planner.post(path, edition, "Idempotency-Key", "adopt-1");
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        Answer replayed = planner.post(path, edition, "Idempotency-Key", "adopt-1");
        assertThat(replayed.status()).isEqualTo(201);
        assertThat(replayed.json().path("id")).isEqualTo(again.json().path("id"));
        assertThat(count("grid.editions")).isEqualTo(before + 1);
        assertThat(context.getBean(AuditTrail.class).verify().fault()).isEmpty();
    }

    @Test
    void losesNoReportAndDoublesNoneWhenTheDatabaseStopsWhileItIsTaken() throws SQLException {
        TestApi dispatcher = planner.as("dispatcher");
        Map<String, Object> report =
                Map.of("category", "noise", "description", "x", "location", Map.of("lon", 122.115, "lat", 30.015));
        CompletableFuture<Answer> sent = sendAndStop(
                () -> dispatcher.post("/api/v1/incidents", report, "Idempotency-Key", "report-1"),
                "incident.incidents");

        Answer answer = sent.join();
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("database-away");

        cluster.start();
        await().atMost(ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(dispatcher.get("/api/v1/incidents").status()).isEqualTo(200));
        for (String table :
                List.of("incident.incidents", "incident.timeline", "dispatch.tasks", "dispatch.deadlines")) {
            assertThat(count(table)).as(table).isZero();
        }

        String location = null;
        for (int i = 0; i < 3; i++) {
            Answer again = dispatcher.post("/api/v1/incidents", report, "Idempotency-Key", "report-1");
            assertThat(again.status()).as(again.body()).isEqualTo(201);
            assertThat(location == null || location.equals(again.header("Location")))
                    .isTrue();
            location = again.header("Location");
        }
        assertThat(count("incident.incidents")).isEqualTo(1);
        assertThat(dispatcher.get(location).status()).isEqualTo(200);
    }

    /** Sends the request, stops the database while the request waits for a lock on the table, answers the request. */
    private static CompletableFuture<Answer> sendAndStop(Supplier<Answer> request, String table) throws SQLException {
        Connection blocker = database.connect();
        blocker.setAutoCommit(false);
        blocker.createStatement().execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
        CompletableFuture<Answer> sent = CompletableFuture.supplyAsync(request);
        await().atMost(ofSeconds(30)).until(() -> {
            try (ResultSet waiting = blocker.createStatement()
                    .executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
                return waiting.next() && waiting.getLong(1) > 0;
            }
        });
        cluster.stop();
        return sent;
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}

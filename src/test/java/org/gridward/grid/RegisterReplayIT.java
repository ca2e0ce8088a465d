package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gridward.GridwardApplication;
import org.gridward.GridwardIT;
import org.gridward.TestCluster;
import org.gridward.TestTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The answer for (T, K) is what a fresh database says that was only given the edits known by K, and what plain SQL over the
 * periods says.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=RegisterReplayIT")
class RegisterReplayIT {

    private static final int EDITS = 16;
    private static final int MOMENTS = 4;
    private static final int QUESTIONS = 150;

    /** Another server on another database, which hears only what it is told. */
    private static ConfigurableApplicationContext other;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    BorderDecisions borders;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void startTheOther() {
        TestCluster.Database fresh = TestCluster.shared().fresh();
        other = new SpringApplicationBuilder(GridwardApplication.class)
                .run(
                        "--spring.datasource.url=" + fresh.url(),
                        "--spring.datasource.username=" + fresh.user(),
                        "--spring.datasource.password=" + fresh.password(),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.jmx.enabled=false",
                        "--gridward.home=target/test-home",
                        "--gridward.jurisdiction=122.0,29.9,122.4,30.25");
    }

    @AfterAll
    static void stopTheOther() {
        other.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyHistoryIsAnsweredAsOneThatOnlyKnowsWhatWasKnown(long seed) throws Exception {
        RegisterEdits history = new RegisterEdits(seed);
        RegisterEdits.World world = RegisterEdits.World.of("replay-" + seed, layers, editions, borders);
        List<RegisterEdits.Edit> edits = new ArrayList<>();
        List<Instant> known = new ArrayList<>(List.of(databaseClock()));
        for (int i = 0; i < EDITS; i++) {
            edits.add(history.next(i, world));
            known.add(databaseClock());
        }
        Random random = new Random(seed);
        for (int moment = 0; moment < MOMENTS; moment++) {
            int heard = moment == 0 ? EDITS : 1 + random.nextInt(EDITS);
            RegisterEdits.World fresh = RegisterEdits.World.of(
                    "replay-" + seed + "-" + moment,
                    other.getBean(Layers.class),
                    other.getBean(Editions.class),
                    other.getBean(BorderDecisions.class));
            edits.subList(0, heard).forEach(edit -> edit.on(fresh));
            for (int i = 0; i < QUESTIONS; i++) {
                compare(seed, world.layer(), fresh.layer(), known.get(heard), random);
            }
        }
    }

    private void compare(long seed, String layer, String fresh, Instant knownAt, Random random) throws Exception {
        Instant at = RegisterEdits.day(random.nextInt(RegisterEdits.DAYS)).plusSeconds(random.nextInt(3) - 1);
        double lon = TestTown.WEST + TestTown.STEP * random.nextInt(2 * RegisterEdits.COLUMNS + 1) / 2;
        double lat = TestTown.SOUTH + TestTown.STEP * random.nextInt(2 * RegisterEdits.ROWS + 1) / 2;
        String question = "seed %d: %s at %s as known at %s, point %s %s".formatted(seed, layer, at, knownAt, lon, lat);

        Optional<LayerMap> answer = map.find(layer, at, knownAt);
        Optional<LayerMap> expected = other.getBean(GridMap.class).find(fresh, at, null);
        assertThat(answer.flatMap(found -> found.owner(lon, lat)))
                .as(question)
                .isEqualTo(expected.flatMap(found -> found.owner(lon, lat)));

        List<String> holders = jdbc.sql(new ClassPathResource("sql/grid/owners_by_register.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .param("layer", layer)
                .param("at", EditionRegister.at(at))
                .param("known_at", EditionRegister.at(knownAt))
                .param("lon", lon)
                .param("lat", lat)
                .query(String.class)
                .list();
        assertThat(answer.map(found -> codes(found, lon, lat)).orElse(List.of()))
                .as(question)
                .isEqualTo(holders);
        if (holders.size() == 1) {
            assertThat(answer.orElseThrow().owner(lon, lat)).as(question).contains(holders.get(0));
        } else if (!holders.isEmpty()) {
            assertThat(holders)
                    .as(question)
                    .contains(answer.orElseThrow().owner(lon, lat).orElseThrow());
        }
    }

    private static List<String> codes(LayerMap map, double lon, double lat) {
        List<String> codes = new ArrayList<>();
        for (int holder : map.locator().locateAll(lon, lat)) {
            codes.add(map.locator().code(holder));
        }
        return codes;
    }

    private Instant databaseClock() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}

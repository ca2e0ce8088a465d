package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Edition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.NewGrid;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.platform.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * B09: the communities of the test town turn out to have been drawn wrongly: the square of column 2 was always the west's. The
 * correction is learned late; every read that speaks of grids answers for a time as known at a time.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=two-times")
class B09_EveryReadHasTwoTimesIT {

    private static final String WEST = "330999001001";
    private static final String EAST = "330999001002";
    private static final Instant VALID = TestTown.VALID_FROM.plusSeconds(86_400);
    private static Instant before;

    @Autowired
    ApplicationContext context;

    @Autowired
    List<Command> commands;

    @TempDir
    Path dir;

    private TestApi planner;

    @BeforeEach
    void correct() {
        planner = TestApi.of(context).as("planner");
        if (before != null) {
            return;
        }
        Editions editions = context.getBean(Editions.class);
        TestTown.adopt(context.getBean(org.gridward.grid.Layers.class), editions, context.getBean(GridMap.class));
        context.getBean(Places.class)
                .load(List.of(new NewPlace("lamp-1", "lamp-post", "", "", 122.125, 30.015, Map.of()))
                        .iterator());
        before = Instant.now();
        Edition wrong = editions.list("community").get(0);
        editions.adopt(
                new AdoptEdition(
                        "community",
                        TestTown.VALID_FROM,
                        List.of(half(WEST, 0, 3), half(EAST, 3, 1)),
                        Optional.of(wrong.id()),
                        "drawn wrongly"),
                "planner");
    }

    private static NewGrid half(String code, int x, int width) {
        return TestTown.grid(code, "330999001", x, 0, width, 4);
    }

    @Test
    void aPlaceLiesWhereItWasKnownToLie() {
        String at = "at=" + VALID;
        assertThat(planner.get("/api/v1/places/lamp-1?" + at).body()).contains(WEST);
        assertThat(planner.get("/api/v1/places/lamp-1?" + at + "&knownAt=" + before)
                        .body())
                .contains("\"" + EAST + "\"")
                .doesNotContain("\"" + WEST + "\"");
        assertThat(planner.get("/api/v1/places?grid=" + EAST + "&" + at).json().path("items"))
                .isEmpty();
        assertThat(planner.get("/api/v1/places?grid=" + EAST + "&" + at + "&knownAt=" + before)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void exportsAreOfATimeAsKnownAtATime() throws Exception {
        assertThat(export("places", "--layer", "community")).contains("," + WEST);
        assertThat(export("places", "--layer", "community", "--known-at", before.toString()))
                .contains("," + EAST);
        assertThat(export("grids", "--layer", "community")).contains("122.13").doesNotContain("122.12 30.02,");
        assertThat(export("grids", "--layer", "community", "--known-at", before.toString()))
                .isNotEqualTo(export("grids", "--layer", "community"));
    }

    private String export(String... words) throws Exception {
        Path file = Files.createTempFile(dir, "out", ".csv");
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("-o", file.toString()));
        Command export = commands.stream()
                .filter(command -> command.name().equals("export"))
                .findFirst()
                .orElseThrow();
        assertThat(export.run(all)).isZero();
        return Files.readString(file);
    }

    @Test
    void auditsRanksAndRegistersKnowWhatWasKnown() {
        TestApi.Answer now = planner.get("/api/v1/layers/community/code-audit?at=" + VALID);
        TestApi.Answer then = planner.get("/api/v1/layers/community/code-audit?at=" + VALID + "&knownAt=" + before);
        assertThat(now.status()).as(now.body()).isIn(200, 409);
        assertThat(then.status()).isEqualTo(now.status());
        String risk = "/api/v1/layers/community/border-risk?at=" + VALID;
        assertThat(planner.get(risk).json().path("edition"))
                .isNotEqualTo(planner.get(risk + "&knownAt=" + before).json().path("edition"));
        String register = "/api/v1/layers/community/register?at=" + VALID;
        assertThat(planner.get(register).json().path("receipt").path("edition"))
                .isNotEqualTo(planner.get(register + "&knownAt=" + before)
                        .json()
                        .path("receipt")
                        .path("edition"));
        assertThat(planner.get("/api/v1/codes/" + WEST + "?at=" + VALID).json().path("inForce"))
                .isNotEqualTo(planner.get("/api/v1/codes/" + WEST + "?at=" + VALID + "&knownAt=" + before)
                        .json()
                        .path("inForce"));
    }
}

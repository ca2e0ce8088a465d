package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A phone says where it is to within 60 m, at a corner where micro-grids meet. Nobody guesses: the shares of the circle are
 * told, one question is asked, the answer is taken; an emergency sends all who may be meant and asks nothing.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=B05")
class B05_AccuracyCircleOverThreeGridsIT {

    /** Ten metres west and thirty north of the corner of four micro-grids: most of the circle lies in the north-west. */
    private static final double LON = TestTown.lon(1) - 0.0001;

    private static final double LAT = TestTown.lat(2) + 0.0003;

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Teams teams;

    @Autowired
    Places places;

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        dispatcher = TestApi.of(context).as("dispatcher");
    }

    @Test
    void theSharesAndTheGapAddUpToOneAndTheQuestionNamesTheSides() {
        JsonNode answer = ask("noise", 60, null);
        JsonNode doubt = answer.path("doubt");
        double sum = doubt.path("gapShare").asDouble();
        for (JsonNode share : doubt.path("shares")) {
            sum += share.path("share").asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(doubt.path("shares").size()).isEqualTo(4);
        assertThat(doubt.path("outcome").asString()).isEqualTo("ASK");
        assertThat(doubt.path("bestShare").asDouble()).isLessThan(0.9);
        assertThat(answer.path("lead").path("gridCode").asString()).isEqualTo(TestTown.micro(0, 2));
        JsonNode options = answer.path("question").path("options");
        assertThat(options.get(0).path("gridCode").asString()).isEqualTo(TestTown.micro(0, 2));
        assertThat(options.get(0).path("side").asString()).isIn("W", "NW", "N");
        assertThat(answer.path("question").path("zh").asString()).contains("哪一侧", "侧：网格");
        assertThat(answer.path("question").path("en").asString()).contains("Which side", "side: Grid");
    }

    @Test
    void atTheEdgeOfTheTownTheGapIsOneOfTheOptions() {
        JsonNode answer = dispatcher
                .get("/api/v1/responsibility?lon=" + TestTown.lon(0) + "&lat=30.005&accuracyMeters=40")
                .json();
        assertThat(answer.path("doubt").path("gapShare").asDouble()).isCloseTo(0.5, within(0.01));
        assertThat(answer.path("question").path("options").findValuesAsString("gridCode"))
                .containsExactlyInAnyOrder(TestTown.micro(0, 0), "NONE");
    }

    @Test
    void wellInsideAGridNothingIsAsked() {
        JsonNode answer = dispatcher
                .get("/api/v1/responsibility?lon=122.105&lat=30.005&accuracyMeters=60")
                .json();
        assertThat(answer.path("question").isNull()).isTrue();
        assertThat(answer.path("doubt").path("outcome").asString()).isEqualTo("SURE");
        assertThat(answer.path("doubt").path("bestShare").asDouble()).isEqualTo(1);
    }

    @Test
    void theReportIsSentAtOnceToTheLikeliestAndTheAnswerPlacesItAnew() {
        Answer reported = report("noise", null);
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        assertThat(reported.json().path("state").asString()).isEqualTo("DISPATCHED");
        assertThat(reported.json().path("lead").path("gridCode").asString()).isEqualTo(TestTown.micro(0, 2));
        assertThat(reported.json().path("question").path("options").isEmpty()).isFalse();

        String path = "/api/v1/incidents/" + reported.json().path("id").asString();
        Answer answered =
                dispatcher.post(path + "/answer", Map.of("gridCode", TestTown.micro(1, 2)), "If-Match", "\"1\"");
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        JsonNode incident = dispatcher.get(path).json();
        assertThat(incident.path("gridCode").asString()).isEqualTo(TestTown.micro(1, 2));
        assertThat(incident.path("matches").findValuesAsString("gridCode"))
                .contains(TestTown.micro(1, 2))
                .doesNotContain(TestTown.micro(0, 2), TestTown.micro(0, 1), TestTown.micro(1, 1));
        assertThat(incident.path("decision").path("lead").path("gridCode").asString())
                .as("what was decided at the door stays")
                .isEqualTo(TestTown.micro(0, 2));
        JsonNode later = incident.path("laterDecisions").get(0);
        assertThat(later.path("because").asString()).isEqualTo("ANSWER");
        assertThat(later.path("decision").path("lead").path("gridCode").asString())
                .isEqualTo(TestTown.micro(1, 2));
        JsonNode doubt = later.path("decision").path("doubt");
        assertThat(doubt.path("outcome").asString()).isEqualTo("CHOSEN");
        assertThat(doubt.path("chosen").asString()).isEqualTo(TestTown.micro(1, 2));
        assertThat(doubt.path("chosenShare").asDouble()).isBetween(0.1, 0.5);
        assertThat(incident.path("timeline").findValuesAsString("action")).contains("REPORT", "ANSWER");
        assertThat(incident.path("tasks").findValuesAsString("state")).contains("REPLACED", "ASSIGNED");

        assertThat(dispatcher
                        .post(path + "/answer", Map.of("gridCode", TestTown.micro(1, 2)), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        Answer far = dispatcher.post(path + "/answer", Map.of("gridCode", TestTown.micro(3, 3)), "If-Match", "\"2\"");
        assertThat(far.status()).isEqualTo(422);
        assertThat(far.problem()).isEqualTo("grid-not-possible");
    }

    @Test
    void aReporterWhoSaysWhichSideAtOnceIsNotAsked() {
        Answer reported = report("noise", TestTown.micro(0, 1));
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        assertThat(reported.json().path("lead").path("gridCode").asString()).isEqualTo(TestTown.micro(0, 1));
        assertThat(reported.json().path("question").isNull()).isTrue();
        JsonNode doubt = reported.json().path("decision").path("doubt");
        assertThat(doubt.path("outcome").asString()).isEqualTo("CHOSEN");
        assertThat(doubt.path("shares").size()).isEqualTo(4);
    }

    @Test
    void anEmergencySendsAllWhoMayBeMeantAndAsksNothing() {
        JsonNode incident = report("pipe_burst", null).json();
        assertThat(incident.path("question").isNull()).isTrue();
        assertThat(incident.path("decision").path("standing").asString()).isEqualTo("JOINT");
        assertThat(incident.path("decision").path("doubt").path("outcome").asString())
                .isEqualTo("JOINT");
        assertThat(incident.path("tasks").findValuesAsString("part").stream()
                        .filter("LEAD"::equals)
                        .count())
                .isEqualTo(1);
        assertThat(incident.path("tasks").findValuesAsString("gridCode"))
                .contains(TestTown.micro(0, 2), TestTown.micro(1, 2), TestTown.micro(0, 1));

        String path = "/api/v1/incidents/" + incident.path("id").asString();
        dispatcher.post(path + "/actions", Map.of("action", "ACCEPT"), "If-Match", "\"1\"");
        Answer told = dispatcher.post(path + "/answer", Map.of("gridCode", TestTown.micro(0, 2)), "If-Match", "\"2\"");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().path("state").asString())
                .as("the same lead keeps it")
                .isEqualTo("ACCEPTED");
        for (JsonNode task : told.json().path("tasks")) {
            boolean stays = task.path("gridCode").asString().equals(TestTown.micro(0, 2));
            String kept = task.path("part").asString().equals("LEAD") ? "ACCEPTED" : "ASSIGNED";
            assertThat(task.path("state").asString()).isEqualTo(stays ? kept : "REPLACED");
        }
    }

    @Test
    void aResidentAtABoardIsAskedAndAnswersOnce() {
        places.create(new NewPlace("BOARD-5", "notice-board", "公示牌", "Board", LON, LAT, Map.of("token", "b05")));
        TestApi resident = TestApi.of(context);
        Map<String, Object> spot = Map.of("lon", LON, "lat", LAT, "accuracyMeters", 60);
        Map<String, Object> report = Map.of("category", "noise", "description", "噪音", "location", spot);
        Answer receipt = resident.post("/api/v1/public/boards/b05/reports", report);
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        assertThat(receipt.json().path("question").path("options").size()).isBetween(2, 4);
        String answer =
                "/api/v1/public/boards/b05/reports/" + receipt.json().path("id").asString() + "/answer";
        Map<String, Object> chosen = Map.of("gridCode", TestTown.micro(1, 2));
        assertThat(resident.post(answer, chosen).status()).isEqualTo(204);
        assertThat(resident.post(answer, chosen).problem()).isEqualTo("nothing-to-answer");
        assertThat(resident.post(
                                "/api/v1/public/boards/b05/reports",
                                Map.of(
                                        "category", "noise",
                                        "description", "x",
                                        "location", Map.of("lon", 122.14, "lat", 30.04)))
                        .problem())
                .isEqualTo("too-far-from-board");
    }

    private JsonNode ask(String category, double accuracyMeters, String gridCode) {
        return dispatcher
                .get("/api/v1/responsibility?lon=" + LON + "&lat=" + LAT + "&accuracyMeters=" + accuracyMeters
                        + "&category=" + category + (gridCode == null ? "" : "&gridCode=" + gridCode))
                .json();
    }

    private Answer report(String category, String gridCode) {
        Map<String, Object> location = new HashMap<>(Map.of("lon", LON, "lat", LAT, "accuracyMeters", 60));
        if (gridCode != null) {
            location.put("gridCode", gridCode);
        }
        return dispatcher.post(
                "/api/v1/incidents", Map.of("category", category, "description", "x", "location", location));
    }
}

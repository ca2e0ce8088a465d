package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Spots that are none, or are somewhere else: every way to ask about a spot refuses them and names the value. */
@GridwardIT
class BadSpotsIT {

    @Autowired
    ApplicationContext context;

    private TestApi dispatcher;

    @BeforeEach
    void adoptTheTown() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        dispatcher = TestApi.of(context).as("dispatcher");
    }

    @ParameterizedTest(name = "lon={0} lat={1}: {2}, saying {3}")
    @CsvSource({
        "181,     30,     422, 181",
        "-180.1,  30,     422, -180.1",
        "122.1,   91,     422, 91",
        "122.1,   -90.01, 422, -90.01",
        "1e308,   30,     422, 1.0E308",
        "30.02,   122.15, 422, swapped",
        "NaN,     30,     400, NaN",
        "122.1,   NaN,    400, NaN",
        "Infinity,30,     400, Infinity",
        "122.1,   -Infinity,400,-Infinity",
        "abc,     30,     400, abc",
        "'122,1', 30,     400, '122,1'",
        "'',      30,     400, lon",
        "0x1p3,   30,     400, 0x1p3",
        "122.1d,  30,     400, 122.1d",
    })
    void aQuestionAboutNoSpotIsRefused(String lon, String lat, int status, String named) {
        Answer answer = dispatcher.get("/api/v1/responsibility?lon=" + lon + "&lat=" + lat);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isNotEmpty();
        assertThat(answer.json().path("detail").asString()).contains(named);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lon=122.1",
        "lat=30",
        "lon=122.11&lat=30.01&datum=NAD27",
        "lon=122.11&lat=30.01&at=2026-03-01T08:00:00",
        "lon=122.11&lat=30.01&at=yesterday",
        "lon=122.11&lat=30.01&knownAt=1",
        "lon=122.11&lat=30.01&accuracyMeters=-1",
        "lon=122.11&lat=30.01&accuracyMeters=NaN",
        "lon=122.11&lat=30.01&accuracyMeters=1e9",
        "lon=122.11&lat=30.01&category=dragons",
        "lon=122.11&lat=30.01&layer=nowhere",
    })
    void aQuestionWithABadPartIsRefusedWithAProblem(String query) {
        Answer answer = dispatcher.get("/api/v1/responsibility?" + query);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.problem()).isNotEmpty();
    }

    @Test
    void aSpotOutsideTheJurisdictionIsAnsweredAsOutside() {
        Answer answer = dispatcher.get("/api/v1/responsibility?lon=100&lat=20");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("standing").asString()).isEqualTo("OUTSIDE");
        assertThat(answer.json().path("lead").isNull()).isTrue();
    }

    @ParameterizedTest(name = "points {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[[122.11,30.01],[181,30]]        | 422 | /points/1",
                "[[122.11,30.01],[30.01,122.11]]  | 422 | swapped",
                "[[122.11]]                       | 4xx | /points/0",
                "[[122.11,null]]                  | 4xx | /points/0",
                "[[\"122.11\",\"30.01\"]]         | 4xx | /points/0",
                "[[122.11,NaN]]                   | 400 | NaN",
                "[[122.11,1e999]]                 | 4xx | /points/0",
                "122.11                           | 400 | points",
                "null                             | 400 | points",
            })
    void aJoinOfPointsNamesTheFirstThatIsNone(String points, String status, String named) {
        Answer answer = dispatcher.post("/api/v1/locate", "{\"layer\":\"micro-grid\",\"points\":" + points + "}");

        assertThat(String.valueOf(answer.status())).as(answer.body()).startsWith(status.replace("xx", ""));
        assertThat(answer.problem()).isNotEmpty();
        assertThat(answer.body()).contains(named);
    }

    @Test
    void aJoinOfACsvCountsBadRowsAndLosesNone() {
        String csv = """
                id,lon,lat
                1,122.105,30.005
                2,181,30
                3,NaN,30.005
                4,30.005,122.105
                5,,
                6,100,20
                """;

        Answer answer =
                dispatcher.sendText("POST", "/api/v1/locate?layer=micro-grid", "text/csv", csv, "Accept", "text/csv");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(7);
        assertThat(answer.body().lines().skip(1))
                .allSatisfy(row -> assertThat(row).matches("\\d,.*"));
        var receipt = dispatcher.get(answer.header("Location")).json();
        assertThat(receipt.path("in").asInt()).isEqualTo(6);
        assertThat(receipt.path("placed").asInt()).isEqualTo(1);
        assertThat(receipt.path("placed").asInt()
                        + receipt.path("joint").asInt()
                        + receipt.path("gap").asInt()
                        + receipt.path("outside").asInt()
                        + receipt.path("invalid").asInt())
                .isEqualTo(6);
    }

    @Test
    void aJoinWithAnUnknownLayerOrNoBodyIsRefused() {
        assertThat(dispatcher
                        .post("/api/v1/locate", "{\"layer\":\"nowhere\",\"points\":[]}")
                        .status())
                .isEqualTo(404);
        for (String body : new String[] {"", "[]", "{", "null", "{\"points\":[]}"}) {
            Answer answer = dispatcher.post("/api/v1/locate", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.problem()).as(body).isNotEmpty();
        }
        assertThat(dispatcher
                        .sendText("POST", "/api/v1/locate?layer=micro-grid", "text/plain", "x")
                        .problem())
                .isNotEmpty();
        assertThat(dispatcher
                        .sendText("POST", "/api/v1/locate?layer=micro-grid", "text/csv", "a,b\n1,2\n")
                        .status())
                .isBetween(400, 422);
    }
}

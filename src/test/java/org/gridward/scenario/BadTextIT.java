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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Texts, numbers and times that no store can hold end in a refusal of the request, never in a conflict or a failure. */
@GridwardIT
class BadTextIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    private TestApi api;

    @BeforeEach
    void connect() {
        TestTown.adopt(layers, editions, map);
        api = TestApi.of(context).as("admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/incidents?grid=%00",
                "/api/v1/incidents?layer=%00",
                "/api/v1/tasks?unit=%00",
                "/api/v1/units?grid=%00",
                "/api/v1/places?grid=%00",
                "/api/v1/places?kind=%00",
                "/api/v1/tracks?unit=%00",
                "/osmand?id=%00&lat=30&lon=122.1",
                "/api/v1/layers/micro-grid/grids?cursor=%00",
            })
    void refusesTheCharacterNulInAQuestion(String path) {
        refused(api.get(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"address\":\"a\\u0000\"}}",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"placeCode\":\"a\\u0000\"}}",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lampPost\":\"a\\u0000\"}}",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"qr\":\"a\\u0000\"}}",
                "{\"category\":\"noise\\u0000\",\"description\":\"x\",\"location\":{\"lon\":122.11,\"lat\":30.01}}",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":122.11,\"lat\":30.01},"
                        + "\"occurredAt\":\"-999999999-01-01T00:00:00Z\"}",
            })
    void refusesAReportThatCannotBeStored(String body) {
        refused(api.post("/api/v1/incidents", body));
    }

    @Test
    void refusesAnEditionWithTheCharacterNul() {
        refused(api.post("/api/v1/layers/street-block/editions", """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"gridCode":"a\\u0000"},
                 "geometry":{"type":"Polygon","coordinates":[[[122.1,30],[122.2,30],[122.2,30.1],[122.1,30]]]}}]}"""));
    }

    @Test
    void namesTheParameterThatIsNoNumber() {
        Answer answer = api.get("/api/v1/incidents?limit=many");
        refused(answer);
        assertThat(answer.body()).contains("limit").contains("many");
        refused(api.get("/api/v1/incidents?overdue=perhaps"));
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(400, 404, 422);
        assertThat(answer.problem()).as(answer.body()).isNotEmpty().doesNotStartWith("http-");
    }
}

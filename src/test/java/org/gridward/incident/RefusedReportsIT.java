package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.GridwardIT;
import org.gridward.TestApi;
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
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
class RefusedReportsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        dispatcher = TestApi.of(context).as("dispatcher");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "noise | {\"lon\":222.1,\"lat\":30.01} | 422 | coordinates-out-of-range",
                "noise | {\"lon\":30.01,\"lat\":122.11} | 422 | coordinates-out-of-range",
                "noise | {\"lon\":NaN,\"lat\":30.01} | 400 | unreadable-json",
                "noise | {\"lon\":\"NaN\",\"lat\":30.01} | 422 | coordinates-out-of-range",
                "noise | {\"lon\":121.0,\"lat\":30.01} | 422 | outside-jurisdiction",
                "noise | {\"lon\":122.11} | 422 | location-form",
                "noise | {\"lon\":122.11,\"lat\":30.01,\"qr\":\"x\"} | 422 | location-form",
                "noise | {} | 422 | location-form",
                "noise | {\"lon\":122.11,\"lat\":30.01,\"datum\":\"MARS\"} | 422 | unknown-datum",
                "noise | {\"lon\":122.11,\"lat\":30.01,\"accuracyMeters\":-1} | 422 | accuracy-out-of-range",
                "noise | {\"placeCode\":\"nowhere\"} | 422 | location-not-found",
                "noise | {\"lampPost\":\"nowhere\"} | 422 | location-not-found",
                "noise | {\"qr\":\"nowhere\"} | 422 | location-not-found",
                "noise | {\"address\":\"nowhere\"} | 422 | location-not-found",
                "volcano | {\"lon\":122.11,\"lat\":30.01} | 422 | unknown-category",
                "emergency | {\"lon\":122.11,\"lat\":30.01} | 422 | unknown-category",
                "noise | {\"lon\":122.11,\"lat\":30.01,\"height\":3} | 400 | unknown-member"
            })
    void aReportThatCannotBeTakenIsRefusedAndNothingIsStored(
            String category, String location, int status, String problem) {
        long before = stored();
        TestApi.Answer answer = dispatcher.post(
                "/api/v1/incidents",
                "{\"category\":\"%s\",\"description\":\"测试\",\"location\":%s}".formatted(category, location));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void swappedAxesAreSaidToBeSwapped() {
        TestApi.Answer answer = dispatcher.post(
                "/api/v1/incidents",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":30.01,\"lat\":122.11}}");
        assertThat(answer.json().path("detail").asString()).contains("swapped");
        TestApi.Answer question = dispatcher.get("/api/v1/responsibility?lon=30.01&lat=122.11");
        assertThat(question.status()).isEqualTo(422);
        assertThat(question.json().path("detail").asString()).contains("swapped");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "lon=NaN&lat=30.01, 400, not-finite",
        "lon=x&lat=30.01, 400, unreadable-number",
        "lat=30.01, 400, missing-parameter",
        "lon=122.11&lat=95, 422, coordinates-out-of-range",
        "lon=122.11&lat=30.01&datum=MARS, 422, unknown-datum",
        "lon=122.11&lat=30.01&category=volcano, 422, unknown-category",
        "lon=122.11&lat=30.01&layer=volcano, 404, unknown-layer",
        "lon=122.11&lat=30.01&at=2026-01-01T00:00:00, 400, unreadable-time",
        "lon=122.11&lat=30.01&accuracyMeters=-3, 422, accuracy-out-of-range"
    })
    void aQuestionThatCannotBeAnsweredIsRefusedNamingTheValue(String query, int status, String problem) {
        TestApi.Answer answer = dispatcher.get("/api/v1/responsibility?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void aSpotOutsideEveryGridStandsOutsideAndItsReportIsKeptByTheDispatchDesk() {
        assertThat(dispatcher
                        .get("/api/v1/responsibility?lon=122.35&lat=30.2")
                        .json()
                        .path("standing")
                        .asString())
                .isEqualTo("OUTSIDE");
        TestApi.Answer answer = dispatcher.post(
                "/api/v1/incidents",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":122.35,\"lat\":30.2}}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("lead").isNull()).isTrue();
        assertThat(answer.json().path("tasks").get(0).path("role").asString()).isEqualTo("DISPATCHER");
    }

    @Test
    void aSpotWhoseErrorDiscIsSplitIsAskedAbout() {
        TestApi.Answer answer = dispatcher.get("/api/v1/responsibility?lon=122.11001&lat=30.015&accuracyMeters=50");
        assertThat(answer.json().path("question").path("options").size()).isEqualTo(2);
    }

    @Test
    void aTimeWithAnOffsetIsReadAndOneInTheFutureIsRefused() {
        String body =
                "{\"category\":\"noise\",\"description\":\"x\",\"occurredAt\":\"%s\",\"location\":{\"lon\":122.11,\"lat\":30.01}}";
        TestApi.Answer past = dispatcher.post("/api/v1/incidents", body.formatted("2026-03-01T08:00:00+08:00"));
        assertThat(past.status()).as(past.body()).isEqualTo(201);
        assertThat(past.json().path("occurredAt").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(dispatcher
                        .post("/api/v1/incidents", body.formatted("2026-03-01T08:00:00"))
                        .status())
                .isEqualTo(400);
        assertThat(dispatcher
                        .post("/api/v1/incidents", body.formatted("2126-03-01T08:00:00Z"))
                        .status())
                .isEqualTo(422);
    }

    private long stored() {
        return jdbc.sql("SELECT count(*) FROM incident.incidents")
                .query(Long.class)
                .single();
    }
}

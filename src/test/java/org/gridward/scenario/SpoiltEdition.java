package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.TestTown.micro;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A planner, the test town, and what tests of spoilt editions ask; each test checks that nothing was stored. */
abstract class SpoiltEdition {

    static final String EDITIONS = "/api/v1/layers/micro-grid/editions";
    static final String CODE = micro(1, 1);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    TestApi planner;
    private List<String> before;

    @BeforeEach
    void adoptTheTown() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        planner = TestApi.of(context).as("planner");
        before = stored();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(stored()).isEqualTo(before);
    }

    private List<String> stored() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM grid.editions)::text UNION ALL
                        SELECT (SELECT count(*) FROM grid.grids)::text UNION ALL
                        SELECT (SELECT count(*) FROM grid.edition_periods)::text""").query(String.class).list();
    }

    Answer adopt(EditionDraft draft) {
        return planner.post(EDITIONS + "?validFrom=2026-02-01T00:00:00Z", draft.json());
    }

    static JsonNode fault(Answer answer, String kind) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("edition-refused");
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .filter(error -> error.path("kind").asString("").equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + answer.body()));
    }

    static String messages(Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("message").asString(""))
                .collect(Collectors.joining("\n"));
    }

    static String polygon(double... lonLat) {
        return IntStream.range(0, lonLat.length / 2)
                .mapToObj(i -> String.format(Locale.ROOT, "[%.12f,%.12f]", lonLat[2 * i], lonLat[2 * i + 1]))
                .collect(Collectors.joining(",", "{\"type\":\"Polygon\",\"coordinates\":[[", "]]}"));
    }
}

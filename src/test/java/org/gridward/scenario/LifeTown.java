package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The test town with its teams, for tests that take cases through their life; one database for all of them. */
@GridwardIT
@TestPropertySource(properties = "own-database=life")
abstract class LifeTown {

    static final double LON = 122.115;
    static final double LAT = 30.015;
    static final String HOME = TestTown.micro(1, 1);

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
    JdbcClient jdbc;

    TestApi dispatcher;
    TestApi patrol;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        TestApi api = TestApi.of(context);
        dispatcher = api.as("dispatcher");
        patrol = api.as("patrol");
    }

    /** The id of a report of that category at the home grid. */
    String report(String category) {
        return report(dispatcher, category, LON, LAT).path("id").asString();
    }

    static JsonNode report(TestApi api, String category, double lon, double lat) {
        Answer answer = api.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        category,
                        "description",
                        "测试用报告",
                        "channel",
                        "PHONE",
                        "location",
                        Map.of("lon", lon, "lat", lat)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(node -> node.path(field).asString()).toList();
    }

    long count(String sql, Object... values) {
        return jdbc.sql(sql).params(List.of(values)).query(Long.class).single();
    }
}

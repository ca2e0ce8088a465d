package org.gridward.scenario;

import java.nio.charset.StandardCharsets;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town with teams, a small base map and a browser, for tests of screens; each has a database of its own. */
@GridwardIT
abstract class ScreenTown {

    static Chromium chromium;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private Layers layers;

    @Autowired
    private Editions editions;

    @Autowired
    private GridMap map;

    @Autowired
    private Teams teams;

    TestApi dispatcher;
    String home;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void town() throws Exception {
        if (map.find("micro-grid").isEmpty()) {
            jdbc.sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                    .update();
        }
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        dispatcher = TestApi.of(context).as("dispatcher");
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }
}

package org.gridward.scenario;

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

/** A town with a dispatcher and a patrol for its west and others for its east. */
@GridwardIT
@TestPropertySource(properties = "own-database=ElsewhereIT")
abstract class TwoSides {

    static final String WEST = "330999001001";
    static final String EAST = "330999001002";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        api = TestApi.of(context);
        for (String role : List.of("patrol", "dispatcher")) {
            TestApi.addUser(jdbc, "west-" + role, role, WEST);
            TestApi.addUser(jdbc, "east-" + role, role, EAST);
        }
    }

    Answer post(String user, String path, String ifMatch) {
        return api.as(user).post(path, Map.of(), "If-Match", ifMatch);
    }
}

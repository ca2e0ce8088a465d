package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=OverdueAndBoardsIT")
class OverdueAndBoardsIT {

    private static final String NEWS = "SELECT count(*) FROM (SELECT type, payload FROM platform.outbox"
            + " UNION ALL SELECT type, payload FROM console.stream_events) AS told"
            + " WHERE type = 'AssignmentOverdue' AND payload::text LIKE '%' || ? || '%'";

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

    @Autowired
    OverdueSweeper sweeper;

    @Autowired
    JdbcClient jdbc;

    private TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(List.of(new NewTeam(
                "micro-grid",
                TestTown.micro(0, 0),
                "MICRO",
                "微网格队伍",
                "Micro-grid team",
                List.of(new NewMember(
                        "MICRO_GRID_HEAD", "微网格长 001", "Micro-grid head 001", "0580-1", null, null, null)),
                List.of())));
        api = TestApi.of(context);
    }

    @Test
    void aDeadlineThatPassesIsToldOnceHoweverManyLook() {
        JsonNode incident = api.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "pipe_burst",
                                "description", "x",
                                "location", Map.of("lon", 122.105, "lat", 30.005)))
                .json();
        String id = incident.path("id").asString();
        jdbc.sql("UPDATE dispatch.deadlines SET due = clock_timestamp() - interval '1 ms', ring_at = clock_timestamp()"
                        + " WHERE incident_id = ?::uuid AND kind = 'RESPOND'")
                .param(id)
                .update();
        List<CompletableFuture<Integer>> looks = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(sweeper::sweep))
                .toList();
        looks.forEach(CompletableFuture::join);
        sweeper.sweep();
        assertThat(jdbc.sql(NEWS).param(id).query(Long.class).single()).isEqualTo(1);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM dispatch.deadlines WHERE incident_id = ?::uuid AND fired_at IS NOT NULL")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aResidentReadsABoardAndReportsThereWithoutSigningIn() {
        places.create(
                new NewPlace("BOARD-1", "notice-board", "公示牌 1", "Board 1", 122.105, 30.005, Map.of("token", "t0k3n")));
        JsonNode board = api.get("/api/v1/public/boards/t0k3n").json();
        assertThat(board.path("gridCode").asString()).isEqualTo(TestTown.micro(0, 0));
        assertThat(board.path("contacts").get(0).path("label").asString()).isEqualTo("微网格长 001");
        assertThat(board.path("contacts").get(0).path("phone").asString()).isEqualTo("0580-1");

        String path = "/api/v1/public/boards/t0k3n/reports";
        Map<String, Object> report = Map.of("category", "noise", "description", "夜间噪音");
        TestApi.Answer first = api.post(path, report, "Idempotency-Key", "board-key");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().path("lead").path("person").asString()).isEqualTo("微网格长 001");
        assertThat(first.json().path("deadlines").get(0).path("kind").asString())
                .isEqualTo("CLOSE");
        assertThat(api.post(path, report, "Idempotency-Key", "board-key").json())
                .isEqualTo(first.json());
        assertThat(jdbc.sql("SELECT first_receiver FROM incident.incidents WHERE number = ?")
                        .param(first.json().path("number").asString())
                        .query(String.class)
                        .single())
                .isEqualTo("微网格长 001");

        List<Integer> statuses = IntStream.range(0, 12)
                .mapToObj(n -> api.post(path, report))
                .map(TestApi.Answer::status)
                .toList();
        assertThat(statuses).startsWith(201, 201).endsWith(202, 202);
        assertThat(api.get("/api/v1/public/boards/nothing").status()).isEqualTo(404);
    }
}

package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
class PastIncidentsIT {

    private static final Instant TIME = Instant.parse("2025-06-01T04:00:00Z");

    @Autowired
    IncidentDesk desk;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
    }

    @Test
    void pastIncidentsAreStoredWithTheGridsOfTheirTimeAndOpenOnesGetTasksAndDeadlines() {
        long seed = 7;
        Random random = new Random(seed);
        List<PastIncident> past = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            String state = i % 100 == 0 ? "ARRIVED" : null;
            past.add(incident(null, "noise", 122.1 + random.nextDouble() * 0.04, state, "load"));
        }
        assertThat(desk.load(past.iterator())).isEqualTo(6_000);
        assertThat(count("SELECT count(*) FROM incident.incidents WHERE attributes ->> 'load' = 'load'"))
                .isEqualTo(6_000);
        assertThat(count(
                        "SELECT count(*) FROM incident.incident_grids g JOIN incident.incidents i ON i.id = incident_id"
                                + " WHERE attributes ->> 'load' = 'load' AND layer = 'micro-grid'"))
                .isEqualTo(6_000);
        assertThat(count("SELECT count(*) FROM dispatch.tasks t JOIN incident.incidents i ON i.id = t.incident_id"
                        + " WHERE attributes ->> 'load' = 'load' AND part = 'LEAD' AND t.state = 'ARRIVED'"))
                .isEqualTo(60);
        assertThat(count("SELECT count(*) FROM incident.incidents WHERE attributes ->> 'load' = 'load'"
                        + " AND number ~ '^2025-[0-9]{7}$'"))
                .isEqualTo(6_000);
    }

    @Test
    void oneBadRowKeepsAllOutAndIsNamed() {
        List<PastIncident> past =
                List.of(incident("X-1", "noise", 122.11, null, "bad"), incident("X-2", "volcano", 122.11, null, "bad"));
        assertThatThrownBy(() -> desk.load(past.iterator()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Row 1")
                .hasMessageContaining("volcano");
        assertThat(count("SELECT count(*) FROM incident.incidents WHERE attributes ->> 'load' = 'bad'"))
                .isZero();
    }

    @Test
    void aNumberThatIsTakenKeepsAllOut() {
        desk.load(List.of(incident("Y-1", "noise", 122.11, null, "twice")).iterator());
        assertThatThrownBy(() -> desk.load(List.of(
                                incident("Y-0", "noise", 122.11, null, "twice"),
                                incident("Y-1", "noise", 122.11, null, "twice"))
                        .iterator()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("number-taken"));
        assertThat(count("SELECT count(*) FROM incident.incidents WHERE attributes ->> 'load' = 'twice'"))
                .isEqualTo(1);
    }

    private static PastIncident incident(String number, String category, double lon, String state, String load) {
        return new PastIncident(number, category, "历史事件", lon, 30.02, TIME, null, state, null, Map.of("load", load));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.patrol.Unit;
import org.gridward.patrol.UnitKind;
import org.gridward.patrol.Units;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

@GridwardIT
@TestPropertySource(properties = "own-database=A01")
class A05_PatrolSeesTheTasksOfItsGridsIT {

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
    Units units;

    private TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        units.save(new Unit("SOUTH-WEST", "西南组", "South-west", "33099900100102", UnitKind.FOOT));
        units.save(new Unit("NORTH-EAST", "东北组", "North-east", "33099900100201", UnitKind.FOOT));
        api = TestApi.of(context);
    }

    @Test
    void aTaskInAGridBelowTheUnitsOwnIsTheUnitsOnceWhateverTheNumberOfHelpers() {
        String incident = api.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "water_leak",
                                "description", "ceiling drips",
                                "channel", "HOTLINE",
                                "location", Map.of("lon", 122.115, "lat", 30.015)))
                .json()
                .path("id")
                .asString();
        assertThat(map.below("33099900100102")).contains(TestTown.micro(1, 1)).doesNotContain(TestTown.micro(1, 2));
        assertThat(incidentsOf("SOUTH-WEST")).containsOnlyOnce(incident);
        assertThat(incidentsOf("NORTH-EAST")).doesNotContain(incident);
        assertThat(incidentsOf("NOBODY")).isEmpty();
    }

    private List<String> incidentsOf(String unit) {
        return api.as("patrol")
                .get("/api/v1/tasks?state=OPEN&unit=" + unit)
                .json()
                .path("items")
                .valueStream()
                .map(task -> task.path("incidentId").asString())
                .toList();
    }
}

package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.evidence.TestPhotos;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** On a night patrol two people find a gap at the door of a lift; they stay until workers have made it safe. */
@GridwardIT
@TestPropertySource(properties = "own-database=C11")
class C11_LiftDoorGapIsHeldUntilConfirmedIT {

    private static final double LON = 122.105;
    private static final double LAT = 30.025;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private TestApi api;
    private TestApi night;
    private String unit;
    private Instant now;

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        api = TestApi.of(context);
        Places places = context.getBean(Places.class);
        if (places.find("LIFT-75").isEmpty()) {
            context.getBean(Teams.class).load(TestTeams.all());
            places.create(new NewPlace("LIFT-75", "lift", "75号楼道电梯", "Lift of stairwell 75", LON, LAT, Map.of()));
        }
        patrol("night", "U-NIGHT");
        now = jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** As if the patrol had held the spot for so many minutes. */
    private void holdBegan(String incident, int minutesAgo) {
        assertThat(jdbc.sql("UPDATE evidence.holds SET since = since - make_interval(mins => :minutes)"
                                + " WHERE incident_id = :incident::uuid")
                        .param("minutes", minutesAgo)
                        .param("incident", incident)
                        .update())
                .isEqualTo(1);
    }

    @Test
    void aPatrolThatWentAwayWhileItHeldTheLiftIsSeenOnItsTrack() {
        patrol("second", "U-SECOND");
        String incident = report(Map.of("placeCode", "LIFT-75"));
        walk(-22 * 60, -21 * 60, 8);
        TestLife.act(night, incident, "ACCEPT");
        TestLife.act(night, incident, "ARRIVE");
        TestLife.act(night, incident, "HOLD", "note", "守在门口");
        holdBegan(incident, 20);
        walk(-20 * 60, -15 * 60, 8);
        walk(-14 * 60, -4 * 60, 900);
        walk(-3 * 60, 0, 8);
        TestLife.act(api.as("dispatcher"), incident, "RELIEVE", "note", "已修好");
        JsonNode stay = night.get("/api/v1/incidents/" + incident + "/evidence")
                .json()
                .path("holds")
                .get(0)
                .path("stay");
        assertThat(stay.path("kept").asString()).isEqualTo("LEFT");
        assertThat(stay.path("longestAwaySeconds").asLong()).isGreaterThan(10 * 60);
    }

    private void patrol(String user, String unit) {
        TestApi.addUser(jdbc, user, "patrol", "*");
        jdbc.sql("UPDATE access.users SET unit = :unit WHERE name = :user")
                .param("unit", unit)
                .param("user", user)
                .update();
        this.unit = unit;
        night = api.as(user);
    }

    private String report(Map<String, Object> where) {
        TestApi.Answer answer = night.post(
                "/api/v1/incidents",
                Map.of("category", "lift", "description", "底层厅门有一碗口宽的缝", "channel", "PATROL", "location", where));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private void walk(int fromSecond, int toSecond, double meters) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (int second = fromSecond; second <= toSecond; second += 5) {
            points.add(Map.of(
                    "t",
                    now.plusSeconds(second).toString(),
                    "lon",
                    LON + meters / 96_300,
                    "lat",
                    LAT,
                    "accuracyMeters",
                    6));
        }
        assertThat(night.post("/api/v1/tracks", Map.of("unit", unit, "points", points))
                        .status())
                .isLessThan(300);
    }

    @Test
    void thePatrolHoldsTheLiftUntilAnotherPersonConfirmsAndItsTrackShowsTheStay() {
        String incident = report(Map.of("placeCode", "LIFT-75"));
        String elsewhere = report(Map.of("lon", 122.125, "lat", 30.025));
        walk(-120, 10, 8);
        TestLife.act(night, incident, "ACCEPT");
        TestLife.act(night, incident, "ARRIVE");
        night.send(
                "POST",
                "/api/v1/incidents/" + incident + "/photos?purpose=BEFORE&lon=" + LON + "&lat=" + LAT,
                TestPhotos.plain("jpg", 80, 60),
                "Content-Type",
                "image/jpeg");
        JsonNode held = TestLife.act(night, incident, "HOLD", "note", "守在门口，不让人靠近");
        assertThat(held.toString()).contains("\"held\":true");

        assertThat(TestLife.ask(night, incident, "FINISH").status()).isEqualTo(409);
        TestApi.Answer leaving = TestLife.ask(night, elsewhere, "ACCEPT");
        assertThat(leaving.problem()).isEqualTo("holding-elsewhere");
        assertThat(TestLife.ask(night, incident, "RELIEVE", "note", "好像没事了").problem())
                .isEqualTo("confirmed-by-another");
        assertThat(TestLife.read(night, elsewhere).path("state").asString()).isEqualTo("DISPATCHED");

        holdBegan(incident, 20);
        walk(-20 * 60, 0, 12);
        TestLife.act(api.as("dispatcher"), incident, "RELIEVE", "note", "维保单位电话确认：厅门已修好");
        JsonNode evidence =
                night.get("/api/v1/incidents/" + incident + "/evidence").json();
        JsonNode hold = evidence.path("holds").get(0);
        assertThat(hold.path("unit").asString()).isEqualTo("U-NIGHT");
        assertThat(hold.path("endedBy").asString()).isEqualTo("dispatcher");
        assertThat(hold.path("note").asString()).contains("厅门已修好");
        assertThat(hold.path("stay").path("kept").asString()).isEqualTo("STAYED");
        assertThat(hold.path("stay").path("secondsAtPlace").asLong()).isGreaterThan(19 * 60);
        assertThat(hold.path("stay").path("fixes").asInt()).isGreaterThan(200);
        assertThat(evidence.path("presence").get(0).path("verdict").asString()).isEqualTo("PROVED");
        assertThat(evidence.path("photos")).hasSize(1);

        TestLife.act(night, elsewhere, "ACCEPT");
        JsonNode closed = TestLife.close(api.as("dispatcher"), incident);
        assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    }
}

package org.gridward.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.PastIncident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Counters over HTTP: cases that were loaded with known histories, 12345 by estate, files, and the cases behind figures. */
@GridwardIT
@TestPropertySource(properties = "own-database=evaluation")
class EvaluationIT {

    private static final String MARCH = "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";
    private static boolean filled;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    private TestApi planner;

    @BeforeEach
    void fill() {
        planner = TestApi.of(context).as("planner");
        if (filled) {
            return;
        }
        Layers layers = context.getBean(Layers.class);
        Editions editions = context.getBean(Editions.class);
        TestTown.adopt(layers, editions, context.getBean(GridMap.class));
        layers.ensure(new Layer("estate", LayerKind.FREE, Optional.empty(), "小区", "Estate"));
        editions.adopt(
                new AdoptEdition(
                        "estate",
                        Instant.parse("2022-12-01T00:00:00Z"),
                        List.of(
                                TestTown.grid("JD", null, 0, 0, 1, 1),
                                TestTown.grid("LD", null, 1, 0, 1, 1),
                                TestTown.grid("YJY", null, 2, 0, 1, 1)),
                        Optional.empty(),
                        "test"),
                "planner");
        List<PastIncident> all = new ArrayList<>();
        int[][] orders = {{63, 25, 58}, {51, 18, 45}, {18, 5, 18}};
        String[] days = {"2023-07-01T04:00:00Z", "2024-12-31T15:59:59Z", "2024-12-31T16:00:00Z"};
        for (int year = 0; year < 3; year++) {
            for (int estate = 0; estate < 3; estate++) {
                for (int i = 0; i < orders[year][estate]; i++) {
                    all.add(past("HOTLINE_12345", 122.105 + 0.01 * estate, 30.005, days[year], null));
                }
            }
        }
        all.add(past("WEB", 122.105, 30.035, "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"));
        all.add(past("PATROL", 122.105, 30.035, "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"));
        all.add(past("WEB", 122.105, 30.035, "2026-03-31T23:59:59Z", "2026-04-02T00:00:00Z"));
        all.add(past("WEB", 122.39, 30.2, "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z"));
        all.add(past("WEB", 122.105, 30.035, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z"));
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> context.getBean(IncidentDesk.class)
                .load(all.iterator()));
        jdbc.update("UPDATE incident.incidents SET satisfaction = 5, revisited_at = '2026-03-04T00:00:00Z'"
                + " WHERE channel = 'PATROL'");
        filled = true;
    }

    private static PastIncident past(String channel, double lon, double lat, String at, String closed) {
        return new PastIncident(
                null,
                "exposed_rubbish",
                "past",
                lon,
                lat,
                Instant.parse(at),
                channel,
                "CLOSED",
                closed == null ? Instant.parse(at) : Instant.parse(closed),
                Map.of());
    }

    private JsonNode get(String query) {
        TestApi.Answer answer = planner.get("/api/v1/evaluation" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode row(JsonNode sheet, String key) {
        return sheet.path("rows")
                .valueStream()
                .filter(row -> row.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsTheCasesOfAPeriodByGridAndAddsUp() {
        JsonNode sheet = get("?by=grid&layer=micro-grid&" + MARCH);
        JsonNode west = row(sheet, TestTown.micro(0, 3));
        assertThat(west.path("counters").path("reported").asInt())
                .as("the end of the period is not in it")
                .isEqualTo(3);
        assertThat(west.path("counters").path("closed").asInt()).isEqualTo(3);
        assertThat(west.path("counters").path("fromPatrol").asInt()).isEqualTo(1);
        assertThat(west.path("rates").path("closure").asDouble()).isEqualTo(1.0);
        assertThat(west.path("rates").path("satisfaction").asDouble()).isEqualTo(1.0);
        assertThat(sheet.path("outside").path("counters").path("reported").asInt())
                .isEqualTo(1);
        assertThat(sheet.path("total").path("counters").path("reported").asInt())
                .isEqualTo(4);
        assertThat(sheet.path("receipt").path("in").asInt()).isEqualTo(4);
        assertThat(sheet.path("receipt").path("placed").asInt()).isEqualTo(3);
        assertThat(sheet.path("receipt").path("outside").asInt()).isEqualTo(1);
        sheet.path("total").path("counters").propertyNames().forEach(counter -> {
            long sum = sheet.path("outside").path("counters").path(counter).asLong();
            for (JsonNode row : sheet.path("rows")) {
                sum += row.path("counters").path(counter).asLong();
            }
            assertThat(sum)
                    .as(counter)
                    .isEqualTo(
                            sheet.path("total").path("counters").path(counter).asLong());
        });
    }

    @Test
    void aGridWithoutCasesIsThereAndItsRatesAreBlank() {
        JsonNode empty = row(get("?by=grid&layer=micro-grid&" + MARCH), TestTown.micro(3, 0));
        assertThat(empty.path("counters").path("reported").asInt()).isZero();
        empty.path("rates").forEach(rate -> assertThat(rate.isNull()).isTrue());
        assertThat(empty.path("response").path("p50Seconds").isNull()).isTrue();
    }

    @Test
    void whoAnswersForAPartOfTheCityCountsThatPart() {
        TestApi.addUser(context.getBean(JdbcClient.class), "east", "planner", "330999001002");
        TestApi.addUser(context.getBean(JdbcClient.class), "west", "planner", "330999001001");
        String path = "/api/v1/evaluation?by=grid&layer=micro-grid&" + MARCH;
        assertThat(reported(TestApi.of(context).as("west").get(path).json())).isEqualTo(3);
        assertThat(reported(TestApi.of(context).as("east").get(path).json())).isZero();
        assertThat(reported(planner.get(path).json())).isEqualTo(4);
    }

    private static int reported(JsonNode sheet) {
        return sheet.path("total").path("counters").path("reported").asInt();
    }

    @Test
    void countsAsItStoodThen() {
        JsonNode then = get("?by=grid&layer=micro-grid&" + MARCH + "&at=2026-03-02T12:00:00Z");
        assertThat(then.path("total").path("counters").path("reported").asInt()).isEqualTo(2);
        assertThat(then.path("total").path("counters").path("closed").asInt()).isZero();
        assertThat(then.path("total").path("counters").path("rated").asInt()).isZero();
    }

    @Test
    void publicReportsAreJudgedByTheTracksBeforeThem() {
        jdbc.update("INSERT INTO patrol.units (code, name_zh, name_en, kind) VALUES ('E1', '巡', 'Patrol', 'foot')"
                + " ON CONFLICT DO NOTHING");
        for (String day : List.of("2026-03-01", "2026-03-20")) {
            jdbc.queryForList("SELECT patrol.ensure_day(date '" + day + "')");
            jdbc.update("INSERT INTO patrol.track_points (unit_id, t, geom) SELECT id, '" + day + "T22:00:00Z',"
                    + " ST_SetSRID(ST_MakePoint(122.1051, 30.035), 4326) FROM patrol.units WHERE code = 'E1'"
                    + " ON CONFLICT DO NOTHING");
        }
        JsonNode sheet = get("?by=grid&layer=micro-grid&" + MARCH);
        JsonNode total = sheet.path("total").path("counters");
        assertThat(total.path("passedUnreported").asInt())
                .as(total + " " + sheet.path("missedRules"))
                .isEqualTo(1);
        assertThat(total.path("seenLate").asInt()).isEqualTo(1);
        assertThat(total.path("notPassed").asInt()).isEqualTo(1);
        assertThat(sheet.path("missedRules").path("sightMeters").path("foot").asDouble())
                .isPositive();
        assertThat(sheet.path("missedRules")
                        .path("presenceHours")
                        .path("exposed_rubbish")
                        .asDouble())
                .isPositive();
        JsonNode behind = get("/cases?by=grid&layer=micro-grid&" + MARCH + "&counter=passedUnreported");
        assertThat(behind.path("items")).hasSize(1);
        assertThat(behind.path("items").get(0).path("reportedAt").asString()).startsWith("2026-03-02");
    }

    @Test
    void aFigureOpensItsCasesPageByPage() {
        JsonNode first = get(
                "/cases?by=grid&layer=micro-grid&" + MARCH + "&counter=REPORTED&limit=2&key=" + TestTown.micro(0, 3));
        assertThat(first.path("items")).hasSize(2);
        TestApi.Answer rest = planner.get(first.path("next").asString());
        assertThat(rest.status()).as(rest.body()).isEqualTo(200);
        assertThat(rest.json().path("items")).hasSize(1);
        assertThat(get("/cases?by=grid&layer=micro-grid&" + MARCH + "&counter=reported&key=")
                        .path("items"))
                .as("outside of all rows")
                .hasSize(1);
    }

    @Test
    void hotlineOrdersByEstateAndYearAreTheNineFiguresAndTheirTotals() {
        JsonNode table = get("/yearly?layer=estate");
        assertThat(table.path("periods").valueStream().map(JsonNode::asString)).containsExactly("2023", "2024", "2025");
        assertThat(cases(table, "JD")).containsExactly(63L, 51L, 18L);
        assertThat(cases(table, "LD")).containsExactly(25L, 18L, 5L);
        assertThat(cases(table, "YJY")).containsExactly(58L, 45L, 18L);
        assertThat(table.path("totals").valueStream().map(JsonNode::asLong)).containsExactly(146L, 114L, 41L);
        assertThat(get("/yearly?layer=estate&halves=true")
                        .path("periods")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("2023H2", "2024H2", "2025H1");
    }

    private static List<Long> cases(JsonNode table, String estate) {
        return table.path("rows")
                .valueStream()
                .filter(row -> row.path("gridCode").asString().equals(estate))
                .flatMap(row -> row.path("cases").valueStream().map(JsonNode::asLong))
                .toList();
    }

    @Test
    void answersFilesAndRefusesWhatItCannotRead() {
        TestApi.Answer csv = planner.get("/api/v1/evaluation?by=grid&layer=micro-grid&format=csv&" + MARCH);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\uFEFFkey,nameZh,nameEn,reported,");
        assertThat(csv.body()).contains("\r\n,合计,Total,4,");
        assertThat(planner.get("/api/v1/evaluation?by=team&format=xlsx&" + MARCH)
                        .header("Content-Disposition"))
                .contains("evaluation-team.xlsx");
        assertThat(planner.get("/api/v1/evaluation?by=grid").status()).isEqualTo(400);
        assertThat(planner.get("/api/v1/evaluation?by=moon").status()).isEqualTo(400);
        assertThat(planner.get("/api/v1/evaluation?by=grid&layer=nowhere").status())
                .isEqualTo(404);
        assertThat(planner.get("/api/v1/evaluation?by=team&from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z")
                        .status())
                .isEqualTo(422);
        assertThat(planner.get("/api/v1/evaluation?by=team&format=pdf").status())
                .isEqualTo(400);
        assertThat(planner.get("/api/v1/evaluation/cases?by=team&counter=moon").problem())
                .isEqualTo("unknown-counter");
        assertThat(TestApi.of(context).get("/api/v1/evaluation?by=team").status())
                .isEqualTo(401);
    }

    @Test
    void teamsAndDepartmentsAddUpToTheSameTotal() {
        for (String by : List.of("team", "department")) {
            JsonNode sheet = get("?by=" + by + "&" + MARCH);
            long sum = sheet.path("outside").path("counters").path("reported").asLong();
            for (JsonNode row : sheet.path("rows")) {
                sum += row.path("counters").path("reported").asLong();
            }
            assertThat(sum).as(by).isEqualTo(4);
        }
    }
}

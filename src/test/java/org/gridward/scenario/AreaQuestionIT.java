package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who was in an area and what happened there: exact, kept with its reason, audited, and only for those who may ask. */
@TestPropertySource(properties = "own-database=AreaQuestion")
class AreaQuestionIT extends PastTown {

    private static final Instant NOON = Instant.parse("2026-04-01T04:00:00Z");
    private static final String ASK = "/api/v1/area-questions";

    /** Seconds inside by the database: of each step not longer than the gap, the part of its length inside. */
    private static final String BY_POSTGIS = """
            WITH way AS (
                SELECT t, geom, lag(t) OVER w AS t0, lag(geom) OVER w AS g0
                FROM patrol.track_points p JOIN patrol.units u ON u.id = p.unit_id WHERE u.code = ?
                WINDOW w AS (ORDER BY t)
            )
            SELECT coalesce(sum(extract(epoch FROM t - t0)::float8
                       * ST_Length(ST_Intersection(ST_MakeLine(g0, geom), ST_GeomFromText(?, 4326)))
                       / nullif(ST_Length(ST_MakeLine(g0, geom)), 0)), 0)
            FROM way WHERE t - t0 <= interval '5 minutes'""";

    @Test
    void secondsInsideAreThoseOfTheDatabase() {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int unit = 0; unit < 4; unit++) {
            walk("W-" + unit, random, 150);
        }
        List<double[]> star = List.of(
                new double[] {122.108, 30.008},
                new double[] {122.131, 30.011},
                new double[] {122.117, 30.018},
                new double[] {122.128, 30.031},
                new double[] {122.106, 30.024});
        JsonNode answer = ask(star, NOON.minusSeconds(60), NOON.plusSeconds(86_400), "核对巡查到位")
                .json();
        assertThat(answer.path("units")).hasSize(4);
        for (JsonNode unit : answer.path("units")) {
            double expected = jdbc.sql(BY_POSTGIS)
                    .params(List.of(unit.path("unit").asString(), wkt(star)))
                    .query(Double.class)
                    .single();
            assertThat(unit.path("seconds").asDouble())
                    .as("seed " + seed + ", " + unit.path("unit"))
                    .isCloseTo(expected, Offset.offset(0.001));
            assertThat(expected).isPositive();
            double sum = 0;
            Instant last = Instant.MIN;
            for (JsonNode stay : unit.path("stays")) {
                Instant entry = Instant.parse(stay.path("entry").asString());
                assertThat(entry).isAfter(last);
                last = Instant.parse(stay.path("exit").asString());
                sum += stay.path("seconds").asDouble();
            }
            assertThat(sum).isCloseTo(unit.path("seconds").asDouble(), Offset.offset(1e-6));
            assertThat(unit.path("unknownSeconds").asDouble()).isPositive();
        }
        JsonNode receipt = answer.path("receipt");
        assertThat(receipt.path("inside").asInt() + receipt.path("outside").asInt())
                .isEqualTo(receipt.path("unitsWithFixes").asInt());
        assertThat(receipt.path("fixes").asLong()).isEqualTo(600);
        assertThat(receipt.path("digest").asString()).matches("[0-9a-f]{64}");
        JsonNode again = ask(star, NOON.minusSeconds(60), NOON.plusSeconds(86_400), "再次核对")
                .json();
        assertThat(again.path("receipt").path("digest")).isEqualTo(receipt.path("digest"));
    }

    @Test
    void casesAreThoseThatLayThereThenInTheirStateOfThen() {
        Instant before = now();
        String closed = report("noise");
        TestLife.close(dispatcher, closed);
        Instant between = now();
        String open = report("noise");
        String away = report("noise");
        TestLife.act(dispatcher, away, "MOVE", "lon", 122.135, "lat", 30.035, "reason", "位置有误");
        List<double[]> around = square(LON, LAT, 0.002);
        JsonNode all = ask(around, before, now(), "事件复盘").json();
        assertThat(texts(all.path("cases"), "id")).contains(closed, open).doesNotContain(away);
        assertThat(all.path("states").path("CLOSED").asInt()).isEqualTo(1);
        assertThat(all.path("grids").toString()).contains(HOME).contains("MICRO_GRID_HEAD");
        JsonNode later = ask(around, between, now(), "事件复盘").json();
        assertThat(texts(later.path("cases"), "id")).contains(open).doesNotContain(closed);
        JsonNode earlier =
                ask(around, before.minusSeconds(3600), before, "事件复盘").json();
        assertThat(texts(earlier.path("cases"), "id")).doesNotContain(open, closed);
    }

    @Test
    void nobodyAsksWithoutAReasonAndEveryLookIsAudited() {
        List<double[]> around = square(LON, LAT, 0.002);
        assertThat(ask(around, NOON, NOON.plusSeconds(60), " ").body()).contains("/reason");
        assertThat(ask(around, NOON, NOON, "理由").body()).contains("/to");
        assertThat(ask(around, NOON, now().plusSeconds(3600), "理由").body()).contains("ask for a window that is over");
        assertThat(ask(around, NOON.minusSeconds(40L * 86_400), NOON, "理由").body())
                .contains("at most 31 days");
        List<double[]> bow = List.of(
                new double[] {122.1, 30.0}, new double[] {122.11, 30.01}, new double[] {122.11, 30.0}, new double[] {
                    122.1, 30.01
                });
        assertThat(ask(bow, NOON, NOON.plusSeconds(60), "理由").body()).contains("not sound");
        assertThat(ask(patrol, around, NOON, NOON.plusSeconds(60), "理由").status())
                .isEqualTo(403);

        TestApi.addUser(jdbc, "west", "dispatcher", "330999001001");
        TestApi west = TestApi.of(context).as("west");
        assertThat(ask(west, square(122.135, 30.015, 0.002), NOON, NOON.plusSeconds(60), "理由")
                        .problem())
                .isEqualTo("outside-own-jurisdiction");
        Answer own = ask(west, around, NOON, NOON.plusSeconds(60), "=1+1");
        assertThat(own.status()).as(own.body()).isEqualTo(201);
        String id = own.json().path("id").asString();
        assertThat(dispatcher.get(ASK + "/" + id).problem()).isEqualTo("not-asked-by-you");
        assertThat(west.get(ASK + "/" + id).json().path("receipt"))
                .isEqualTo(own.json().path("receipt"));
        Answer table = west.get(ASK + "/" + id + "?format=csv&part=cases");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body()).startsWith("\uFEFFnumber,category");
        assertThat(texts(dispatcher.get(ASK).json().path("items"), "reason")).contains("=1+1");
        assertThat(count("SELECT count(*) FROM access.audit_events WHERE object = ? AND action = 'AREA_ASKED'", id))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM access.audit_events WHERE object = ? AND action = 'AREA_READ'", id))
                .isEqualTo(2);
    }

    /** A walk at random through the town, a fix every ten seconds, with a gap of ten minutes in its middle. */
    private void walk(String unit, Random random, int fixes) {
        List<Map<String, Object>> points = new ArrayList<>();
        double lon = 122.118;
        double lat = 30.018;
        long second = 0;
        for (int i = 0; i < fixes; i++) {
            points.add(Map.of("t", NOON.plusSeconds(second).toString(), "lon", lon, "lat", lat));
            lon = Math.min(122.139, Math.max(122.101, lon + (random.nextDouble() - 0.5) * 0.01));
            lat = Math.min(30.039, Math.max(30.001, lat + (random.nextDouble() - 0.5) * 0.01));
            second += i == fixes / 2 ? 600 : 10;
        }
        Answer sent = patrol.post("/api/v1/tracks", Map.of("unit", unit, "points", points));
        assertThat(sent.json().path("accepted").asInt()).as(sent.body()).isEqualTo(fixes);
    }

    private Answer ask(List<double[]> ring, Instant from, Instant to, String reason) {
        return ask(dispatcher, ring, from, to, reason);
    }

    private static Answer ask(TestApi api, List<double[]> ring, Instant from, Instant to, String reason) {
        List<double[]> closed = new ArrayList<>(ring);
        closed.add(ring.get(0));
        return api.post(
                ASK,
                Map.of(
                        "area",
                        Map.of("type", "Polygon", "coordinates", List.of(closed)),
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "reason",
                        reason));
    }

    private static List<double[]> square(double lon, double lat, double half) {
        return List.of(
                new double[] {lon - half, lat - half},
                new double[] {lon + half, lat - half},
                new double[] {lon + half, lat + half},
                new double[] {lon - half, lat + half});
    }

    private static String wkt(List<double[]> ring) {
        StringBuilder text = new StringBuilder("POLYGON((");
        for (int i = 0; i <= ring.size(); i++) {
            double[] corner = ring.get(i % ring.size());
            text.append(i == 0 ? "" : ",").append(corner[0]).append(' ').append(corner[1]);
        }
        return text.append("))").toString();
    }
}

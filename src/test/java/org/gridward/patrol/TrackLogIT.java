package org.gridward.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.geodesy.Datum;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
class TrackLogIT {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    @Autowired
    TrackLog log;

    @Autowired
    Units units;

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
    void storesEachFixWithTheMicroGridThatHeldIt() {
        unit("IT-A");
        TrackReceipt receipt = log.record(
                "IT-A", List.of(fix(0, 122.105, 30.015), fix(1, 122.115, 30.015), fix(2, 122.05, 29.95)), Datum.WGS84);
        assertThat(receipt).isEqualTo(new TrackReceipt(3, 0, List.of()));
        assertThat(log.read("IT-A", NOON, NOON.plusSeconds(60), 10))
                .extracting(TrackPoint::gridCode)
                .containsExactly(TestTown.micro(0, 1), TestTown.micro(1, 1), null);
        assertThat(units.get("IT-A").position().orElseThrow().t()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void givesNoMicroGridToAFixFromBeforeThereWereAny() {
        unit("IT-OLD");
        Instant before = TestTown.VALID_FROM.minusSeconds(1);
        log.record("IT-OLD", List.of(new Fix(before, 122.105, 30.015, null, null)), Datum.WGS84);
        assertThat(log.read("IT-OLD", before, before.plusSeconds(1), 10).get(0).gridCode())
                .isNull();
    }

    @Test
    void refusesSingleFixesWithTheirIndexAndReason() {
        unit("IT-R");
        Instant now = Instant.now();
        List<Fix> fixes = List.of(
                fix(0, 122.1, 30.0),
                fix(1, Double.NaN, 30.0),
                fix(2, 122.1, 91),
                fix(3, 116.4, 39.9),
                new Fix(now.plus(Duration.ofMinutes(6)), 122.1, 30.0, null, null),
                new Fix(now.plus(3650, ChronoUnit.DAYS), 122.1, 30.0, null, null),
                new Fix(Instant.parse("1999-12-31T00:00:00Z"), 122.1, 30.0, null, null),
                fix(0, 122.1, 30.0));
        TrackReceipt receipt = log.record("IT-R", fixes, Datum.WGS84);
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.duplicate()).isEqualTo(1);
        assertThat(receipt.refused()).extracting(RefusedFix::index).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(log.record("IT-R", List.of(), Datum.WGS84)).isEqualTo(new TrackReceipt(0, 0, List.of()));
        assertThatThrownBy(() -> log.record("no/unit", fixes, Datum.WGS84))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.entries().get(0).message())
                        .contains("no/unit"));
    }

    @Test
    void storesTheSameStateWhateverTheOrderAndRepetitionOfBatches() {
        long seed = 4711;
        Random random = new Random(seed);
        List<Fix> fixes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // Many fixes claim an instant that others claim too, with another spot, accuracy or speed.
            fixes.add(new Fix(
                    NOON.plusSeconds(random.nextInt(150)).plus(random.nextInt(3), ChronoUnit.DAYS),
                    122.1 + random.nextInt(4) / 100.0,
                    30.0 + random.nextInt(4) / 100.0,
                    random.nextInt(3) == 0 ? null : (double) random.nextInt(3),
                    random.nextInt(3) == 0 ? null : random.nextInt(3) / 3.0));
        }
        List<List<Object>> expected = null;
        for (int round = 0; round < 6; round++) {
            String unit = "IT-SHUFFLE-" + round;
            unit(unit);
            int accepted = 0;
            List<Fix> sent = new ArrayList<>();
            IntStream.range(0, 3).forEach(time -> sent.addAll(fixes));
            if (round > 0) {
                Collections.shuffle(sent, random);
            }
            for (int from = 0; from < sent.size(); ) {
                int to = Math.min(sent.size(), from + 1 + random.nextInt(200));
                TrackReceipt receipt = log.record(unit, sent.subList(from, to), Datum.WGS84);
                assertThat(receipt.accepted() + receipt.duplicate()).isEqualTo(to - from);
                accepted += receipt.accepted();
                from = to;
            }
            List<List<Object>> stored = stored(unit);
            assertThat(accepted).as("seed %d", seed).isEqualTo(stored.size() - 1);
            expected = expected == null ? stored : expected;
            assertThat(stored).as("seed %d round %d", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void loadsInBulkToTheSameStateAsFixByFix() {
        unit("IT-ONE");
        unit("IT-BULK");
        Random random = new Random(99);
        List<Fix> fixes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            fixes.add(new Fix(
                    NOON.plusSeconds(random.nextInt(200)),
                    122.1 + random.nextInt(4) / 100.0,
                    30.0,
                    (double) random.nextInt(3),
                    null));
        }
        fixes.forEach(fix -> log.record("IT-ONE", List.of(fix), Datum.WGS84));
        Collections.shuffle(fixes, random);
        List<Fix> some = fixes.subList(0, 100);
        log.record("IT-BULK", some, Datum.WGS84);
        LoadedTracks loaded =
                log.load(fixes.stream().map(fix -> new UnitFix("IT-BULK", fix)).iterator());
        assertThat(loaded.accepted() + loaded.duplicate()).isEqualTo(500);
        assertThat(stored("IT-BULK")).isEqualTo(stored("IT-ONE"));
    }

    @Test
    void loadsNothingWhenOneFixIsRefused() {
        unit("IT-NONE");
        List<UnitFix> fixes =
                List.of(new UnitFix("IT-NONE", fix(0, 122.1, 30.0)), new UnitFix("IT-NONE", fix(1, 116.4, 39.9)));
        assertThatThrownBy(() -> log.load(fixes.iterator()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("row 1");
        assertThatThrownBy(() ->
                        log.load(List.of(new UnitFix(" ", fix(0, 122.1, 30.0))).iterator()))
                .hasMessageContaining("Row 0");
        assertThat(log.read("IT-NONE", NOON, NOON.plusSeconds(10), 10)).isEmpty();
        assertThat(units.get("IT-NONE").position()).isEmpty();
    }

    @Test
    void loadsTheTrackOfAUnitThatNobodyKnewOrLeavesItUnknownWithARefusedOne() {
        List<UnitFix> fixes =
                List.of(new UnitFix("IT-FIRST", fix(0, 122.1, 30.0)), new UnitFix("IT-FIRST", fix(1, 116.4, 39.9)));
        assertThatThrownBy(() -> log.load(fixes.iterator())).isInstanceOf(Problem.class);
        assertThat(units.find("IT-FIRST")).isEmpty();
        assertThat(log.load(fixes.subList(0, 1).iterator()).accepted()).isEqualTo(1);
        assertThat(units.find("IT-FIRST")).isPresent();
    }

    @Test
    void takesTheSameFixesFromManySendersAtOnceWithoutDeadlockOrLoss() throws Exception {
        unit("IT-MANY");
        List<Fix> fixes = IntStream.range(0, 1_000)
                .mapToObj(i -> new Fix(
                        Instant.parse("2025-11-01T00:00:00Z").plus(i * 5L, ChronoUnit.MINUTES),
                        122.1 + i / 100_000.0,
                        30.0,
                        null,
                        null))
                .toList();
        ExecutorService senders = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int sender = 0; sender < 6; sender++) {
                List<Fix> mine = new ArrayList<>(fixes);
                Collections.shuffle(mine, new Random(sender));
                tasks.add(() -> {
                    int accepted = 0;
                    for (int from = 0; from < mine.size(); from += 250) {
                        accepted += log.record("IT-MANY", mine.subList(from, from + 250), Datum.WGS84)
                                .accepted();
                    }
                    return accepted;
                });
            }
            int accepted = 0;
            for (Future<Integer> sent : senders.invokeAll(tasks)) {
                accepted += sent.get();
            }
            assertThat(accepted).isEqualTo(1_000);
        } finally {
            senders.shutdownNow();
        }
        assertThat(units.get("IT-MANY").position().orElseThrow().t())
                .isEqualTo(fixes.get(999).t());
    }

    @Test
    void flagsATeleportWithoutDroppingIt() {
        unit("IT-JUMP");
        log.record(
                "IT-JUMP",
                List.of(
                        fix(20, 122.1002, 30.0),
                        new Fix(NOON.plusSeconds(30), 122.1003, 30.0, null, 61.0),
                        fix(10, 122.30, 30.2),
                        fix(0, 122.1, 30.0)),
                Datum.WGS84);
        assertThat(log.read("IT-JUMP", NOON, NOON.plusSeconds(60), 10))
                .extracting(TrackPoint::flagged)
                .containsExactly(false, true, true, true);
    }

    @Test
    void readsATrackFromTheIndexOfItsDaysOnly() {
        unit("IT-PLAN");
        log.record("IT-PLAN", List.of(fix(0, 122.1, 30.0)), Datum.WGS84);
        String plan = String.join(
                "\n",
                jdbc.sql("EXPLAIN " + org.gridward.platform.Sql.of("patrol/list_fixes"))
                        .param("unitId", units.id("IT-PLAN").orElseThrow())
                        .param("from", NOON.atOffset(java.time.ZoneOffset.UTC))
                        .param("to", NOON.plusSeconds(3600).atOffset(java.time.ZoneOffset.UTC))
                        .param("limit", 10)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("track_points_20260301_unit_id_t_key").doesNotContain("track_points_202511");
    }

    private void unit(String code) {
        units.save(new Unit(code, "巡查组", "", null, UnitKind.FOOT));
    }

    /** Everything stored about a unit: its fixes by time, then its position. */
    private List<List<Object>> stored(String unit) {
        int id = units.id(unit).orElseThrow();
        return jdbc.sql("""
                        SELECT 1 AS part, t, ST_AsText(geom) AS spot, accuracy_m, speed_mps, grid_code
                        FROM patrol.track_points WHERE unit_id = :id
                        UNION ALL
                        SELECT 2, t, ST_AsText(geom), accuracy_m, speed_mps, grid_code
                        FROM patrol.positions WHERE unit_id = :id
                        ORDER BY part, t""")
                .param("id", id)
                .query((row, index) -> Collections.unmodifiableList(java.util.Arrays.asList(
                        row.getObject(1),
                        row.getObject(2),
                        row.getObject(3),
                        row.getObject(4),
                        row.getObject(5),
                        row.getObject(6))))
                .list();
    }

    private static Fix fix(int second, double lon, double lat) {
        return new Fix(NOON.plusSeconds(second), lon, lat, null, null);
    }
}

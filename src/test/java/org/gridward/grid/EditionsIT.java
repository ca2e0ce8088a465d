package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.geometry.FaultKind;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@GridwardIT
@TestPropertySource(properties = "own-database=EditionsIT")
class EditionsIT {

    private static final Instant SUMMER = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2025-09-01T00:00:00Z");

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
    void aPointHasItsGridOfEveryLayer() {
        List<Match> matches = map.locate(122.115, 30.015, SUMMER, null);
        assertThat(matches)
                .extracting(Match::gridCode)
                .startsWith("330999001", "330999001001", "33099900100102", TestTown.micro(1, 1));
        assertThat(matches.get(3).distanceToBorderMeters()).isBetween(400.0, 560.0);
    }

    @Test
    void anotherPastStaysAnswerableWhenANewEditionIsAdopted() {
        Layer beat = layers.ensure(new Layer("beat", LayerKind.PARTITION, Optional.empty(), "警务区", "Beat"));
        Instant spring = Instant.parse("2025-03-01T00:00:00Z");
        adopt(beat, spring, List.of(TestTown.grid("A", null, 0, 0, 2, 2), TestTown.grid("B", null, 2, 0, 2, 2)));
        Instant between = databaseClock();
        adopt(beat, AUTUMN, List.of(TestTown.grid("A", null, 0, 0, 3, 2), TestTown.grid("B", null, 3, 0, 1, 2)));

        assertThat(owner(SUMMER, null)).contains("B");
        assertThat(owner(AUTUMN, null)).contains("A");
        assertThat(owner(AUTUMN, between)).contains("B");
        assertThat(owner(spring.minusSeconds(1), null)).isEmpty();

        Edition autumn = editions.list("beat").get(0);
        editions.adopt(
                new AdoptEdition(
                        "beat",
                        AUTUMN,
                        List.of(TestTown.grid("A", null, 0, 0, 2, 2), TestTown.grid("C", null, 2, 0, 2, 2)),
                        Optional.of(autumn.id()),
                        "correction"),
                "test");
        assertThat(owner(AUTUMN, null)).contains("C");
        assertThat(owner(AUTUMN, between)).contains("B");
        assertThat(owner(SUMMER, null)).contains("B");
    }

    private Optional<String> owner(Instant at, Instant knownAt) {
        return map.find("beat", at, knownAt).flatMap(found -> found.owner(122.125, 30.005));
    }

    @Test
    void lineageTellsShiftsAndSplits() {
        Layer zone = layers.ensure(new Layer("zone", LayerKind.PARTITION, Optional.empty(), "片区", "Zone"));
        adopt(zone, SUMMER, List.of(TestTown.grid("A", null, 0, 0, 2, 2), TestTown.grid("B", null, 2, 0, 2, 2)));
        adopt(
                zone,
                AUTUMN,
                List.of(
                        TestTown.grid("A", null, 0, 0, 2, 2),
                        TestTown.grid("C", null, 2, 0, 1, 2),
                        TestTown.grid("D", null, 3, 0, 1, 2)));
        assertThat(jdbc.sql("SELECT kind || array_to_string(from_codes, ',') || '>' || array_to_string(to_codes, ',')"
                                + " FROM grid.lineage WHERE layer = 'zone'")
                        .query(String.class)
                        .list())
                .containsExactly("SPLITB>C,D");
    }

    @Test
    void aCodeThatEndedIsNotGivenToOtherGroundButTheSameGroundMayComeBack() {
        Layer ward = layers.ensure(new Layer("ward", LayerKind.PARTITION, Optional.empty(), "片", "Ward"));
        Instant winter = Instant.parse("2025-12-01T00:00:00Z");
        adopt(ward, SUMMER, List.of(TestTown.grid("W01", null, 0, 0, 2, 2), TestTown.grid("W02", null, 2, 0, 2, 2)));
        adopt(ward, AUTUMN, List.of(TestTown.grid("W01", null, 0, 0, 4, 2)));
        List<NewGrid> reused = List.of(TestTown.grid("W01", null, 0, 0, 3, 2), TestTown.grid("W02", null, 3, 0, 1, 2));
        assertThatThrownBy(() -> adopt(ward, winter, reused)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.slug()).isEqualTo("edition-refused");
            assertThat(problem.entries().get(0).more()).containsEntry("kind", FaultKind.CODE_REUSED);
            assertThat(problem.entries().get(0).message()).contains("W02", AUTUMN.toString(), "W03");
        });
        adopt(ward, winter, List.of(TestTown.grid("W01", null, 0, 0, 2, 2), TestTown.grid("W02", null, 2, 0, 2, 2)));
    }

    @Test
    void anEditionBetweenTwoOthersMayNotEndACodeThatTheLaterOneHas() {
        Layer zone = layers.ensure(new Layer("inter", LayerKind.PARTITION, Optional.empty(), "片", "Inter"));
        adopt(zone, SUMMER, List.of(TestTown.grid("A", null, 0, 0, 2, 2), TestTown.grid("B", null, 2, 0, 2, 2)));
        adopt(zone, AUTUMN, List.of(TestTown.grid("A", null, 0, 0, 1, 2), TestTown.grid("B", null, 1, 0, 3, 2)));
        Instant between = Instant.parse("2025-07-01T00:00:00Z");
        assertThat(editions.check(new AdoptEdition(
                        "inter", between, List.of(TestTown.grid("A", null, 0, 0, 4, 2)), Optional.empty(), "test")))
                .extracting(fault -> fault.kind())
                .containsExactly(FaultKind.CODE_REUSED);
    }

    @Test
    void aParentsNewDrawingIsAdoptedAndNamesTheChildrenThatNoLongerFit() {
        Layer upper = layers.ensure(new Layer("upper", LayerKind.PARTITION, Optional.empty(), "上", "Upper"));
        Layer lower = layers.ensure(new Layer("lower", LayerKind.PARTITION, Optional.of("upper"), "下", "Lower"));
        adopt(upper, SUMMER, List.of(TestTown.grid("P", null, 0, 0, 2, 2), TestTown.grid("Q", null, 2, 0, 2, 2)));
        adopt(lower, SUMMER, List.of(TestTown.grid("p1", "P", 0, 0, 2, 2), TestTown.grid("q1", "Q", 2, 0, 2, 2)));
        AdoptEdition wanted = new AdoptEdition(
                "upper",
                AUTUMN,
                List.of(TestTown.grid("P", null, 0, 0, 1, 2), TestTown.grid("Q", null, 1, 0, 3, 2)),
                Optional.empty(),
                "test");
        assertThat(editions.children(wanted).get("lower"))
                .extracting(fault -> fault.kind())
                .containsExactlyInAnyOrder(FaultKind.OUTSIDE_PARENT, FaultKind.GAP);
        adopt(upper, AUTUMN, wanted.grids());
        assertThat(editions.children(new AdoptEdition("upper", AUTUMN, wanted.grids(), Optional.empty(), "again")))
                .as("measured against what is in force, only what changes is told")
                .isEmpty();
    }

    @Test
    void refusesAnOverlapOfOneSquareCentimetreAndStoresNothing() {
        layers.ensure(new Layer("thin", LayerKind.PARTITION, Optional.empty(), "细", "Thin"));
        List<NewGrid> grids =
                new ArrayList<>(List.of(TestTown.grid("A", null, 0, 0, 1, 1), TestTown.grid("B", null, 1, 0, 1, 1)));
        // 0.01° of latitude is 1,108 m: a strip 9e-8 m wide has an area of 1 cm².
        double sliver = 1e-4 / 1_108.0 / 96_000.0;
        assertThat(sliver).isGreaterThan(Math.ulp(122.11) / 2);
        var shape = grids.get(0).shape().copy();
        shape.apply((org.locationtech.jts.geom.CoordinateFilter) at -> {
            if (at.x == TestTown.lon(1)) {
                at.x += 1e-12;
            }
        });
        shape.geometryChanged();
        NewGrid wide = grids.get(0);
        grids.set(
                0,
                new NewGrid(
                        wide.code(),
                        wide.nameZh(),
                        wide.nameEn(),
                        wide.parentCode(),
                        wide.households(),
                        shape,
                        wide.attributes()));
        assertThatThrownBy(() -> editions.adopt(TestTown.edition("thin", grids), "test"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("edition-refused");
                    assertThat(problem.entries().get(0).more()).containsEntry("kind", FaultKind.OVERLAP);
                    assertThat((double) problem.entries().get(0).more().get("areaSquareMeters"))
                            .isBetween(5e-5, 2e-4);
                });
        assertThat(editions.list("thin")).isEmpty();
    }

    @Test
    void refusesAMissingParentADoubledCodeAndAGap() {
        List<NewGrid> grids = new ArrayList<>(TestTown.microGrids());
        grids.set(0, TestTown.grid(TestTown.micro(0, 0), "33099900199902", 0, 0, 1, 1));
        grids.set(1, TestTown.grid(TestTown.micro(2, 0), "33099900100102", 1, 0, 1, 1));
        grids.remove(5);
        assertThat(editions.check(TestTown.edition("micro-grid", grids)))
                .extracting(fault -> fault.kind())
                .contains(
                        FaultKind.MISSING_PARENT,
                        FaultKind.DUPLICATE_CODE,
                        FaultKind.GAP,
                        FaultKind.CODE_PARENT_MISMATCH);
    }

    private Edition adopt(Layer layer, Instant validFrom, List<NewGrid> grids) {
        return editions.adopt(new AdoptEdition(layer.code(), validFrom, grids, Optional.empty(), "test"), "test");
    }

    private Instant databaseClock() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}

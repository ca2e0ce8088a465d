package org.gridward.mapdata.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridward.geometry.CoverageCheck;
import org.gridward.geometry.CoverageMember;
import org.gridward.geometry.Fault;
import org.gridward.geometry.FaultKind;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class DemoDivisionsTest {

    private final DemoCity city = SharedCity.get();

    @Test
    void hasAsManyOfEachDivisionAsTheCityOfTheReports() {
        Map<String, Integer> counts = city.layers().stream()
                .collect(Collectors.toMap(LayerDrawing::layer, l -> l.grids().size(), (a, b) -> {
                    assertThat(b).isEqualTo(a);
                    return b;
                }));
        assertThat(counts)
                .containsEntry("town", 12)
                .containsEntry("community", 110)
                .containsEntry("grid", 330)
                .containsEntry("micro-grid", 1336)
                .containsEntry("sea-grid", 10)
                .containsEntry("land-grid", 4)
                .containsEntry("joint-area", 1)
                .containsEntry("building-group", 29)
                .containsEntry("stairwell", 160)
                .containsEntry("street-segment", 11);
        assertThat(counts.get("street-block")).isGreaterThan(25);
    }

    @Test
    void passesTheTopologyGateInEveryPartitionAndBothEditions() {
        for (LayerDrawing layer : city.layers()) {
            CoverageCheck check = layer.partition() ? CoverageCheck.partition() : CoverageCheck.free();
            List<CoverageMember> members = members(layer.grids());
            List<Fault> faults = layer.parent() == null
                    ? check.check(members)
                    : check.checkUnder(members, shapes(city.layer(layer.parent())));
            assertThat(faults).as(layer.layer()).isEmpty();
        }
    }

    @Test
    void givesEachGridACodeThatBeginsWithItsParents() {
        for (String layer : List.of("community", "grid", "micro-grid", "building-group", "stairwell")) {
            for (GridDrawing grid : city.layer(layer).grids()) {
                String shared =
                        grid.parent().substring(0, Math.min(12, grid.parent().length()));
                assertThat(grid.code()).startsWith(shared);
            }
        }
        assertThat(city.layer("micro-grid").grids())
                .extracting(GridDrawing::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("330999\\d{9}"));
    }

    @Test
    void keepsMicroGridsBetweenThreeAndFiveHundredHouseholdsExceptTheRealFigure() {
        String showcase = city.divisions().showcase;
        List<GridDrawing> micro = city.layer("micro-grid").grids();
        assertThat(micro.stream().filter(g -> !g.code().startsWith(showcase)))
                .allMatch(g -> g.households() >= 300 && g.households() <= 500);
        assertThat(micro.stream().filter(g -> g.code().startsWith(showcase)))
                .hasSize(3)
                .allMatch(g -> g.households() > 500);
        assertThat(micro.stream()
                        .filter(g -> g.code().startsWith(showcase))
                        .mapToInt(GridDrawing::households)
                        .sum())
                .isEqualTo(2102);
    }

    @Test
    void countsMicroGridsFromWestToEastInRowsFromNorthToSouth() {
        String community = city.divisions().communities.get(0).code();
        List<GridDrawing> own = city.layer("micro-grid").grids().stream()
                .filter(g -> g.code().startsWith(community))
                .toList();
        double north = own.get(0).shape().getCentroid().getY();
        double south = own.get(own.size() - 1).shape().getCentroid().getY();
        assertThat(north).isGreaterThan(south);
        assertThat(own.get(0).shape().getCentroid().getX())
                .isLessThan(own.get(1).shape().getCentroid().getX());
    }

    @Test
    void movesOneBorderHalfAYearBeforeTheEnd() {
        List<LayerDrawing> editions = city.layers().stream()
                .filter(l -> l.layer().equals("micro-grid"))
                .toList();
        assertThat(editions).extracting(LayerDrawing::daysBefore).containsExactly(730, 180);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < 1336; i++) {
            if (!editions.get(0)
                    .grids()
                    .get(i)
                    .shape()
                    .equalsExact(editions.get(1).grids().get(i).shape())) {
                changed.add(editions.get(1).grids().get(i).parent());
            }
        }
        assertThat(changed).hasSize(2);
        assertThat(changed.get(0)).isEqualTo(changed.get(1));
    }

    @Test
    void plantsOneGapAndOneOverlapAmongThePropertyAreas() {
        String home = city.divisions().communities.get(1).code();
        Geometry community = shapes(city.layer("community")).get(home);
        List<Fault> faults = CoverageCheck.partition()
                .checkWithin(members(city.layer("property-area").grids()), community);
        assertThat(faults).extracting(Fault::kind).containsExactlyInAnyOrder(FaultKind.GAP, FaultKind.OVERLAP);
        assertThat(faults).allMatch(f -> f.areaSquareMeters() > 2_000);
    }

    private static List<CoverageMember> members(List<GridDrawing> grids) {
        return grids.stream()
                .map(g -> new CoverageMember(g.code(), Optional.ofNullable(g.parent()), g.shape()))
                .toList();
    }

    private static Map<String, Geometry> shapes(LayerDrawing layer) {
        return layer.grids().stream().collect(Collectors.toMap(GridDrawing::code, GridDrawing::shape));
    }
}

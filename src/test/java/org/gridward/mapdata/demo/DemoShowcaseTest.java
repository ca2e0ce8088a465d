package org.gridward.mapdata.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

class DemoShowcaseTest {

    private final DemoCity city = SharedCity.get();

    @Test
    void buildsTheEstateCommunityToTheReportedFigures() {
        List<GridDrawing> stairwells = city.layer("stairwell").grids();
        assertThat(stairwells).hasSize(160);
        assertThat(stairwells.stream().mapToInt(GridDrawing::households).sum()).isEqualTo(2102);
        assertThat(city.layer("building-group").grids().stream()
                        .mapToInt(GridDrawing::households)
                        .sum())
                .isEqualTo(2102);
        Geometry community = shape("community", city.divisions().showcase);
        assertThat(city.places().stream().filter(p -> p.kind().equals("shop") && community.contains(point(p))))
                .hasSize(70);
    }

    @Test
    void putsEachStairwellIntoOneBuildingGroupAndOneMicroGrid() {
        for (GridDrawing stairwell : city.layer("stairwell").grids()) {
            Point inside = stairwell.shape().getInteriorPoint();
            assertThat(holders("building-group", inside)).containsExactly(stairwell.parent());
            assertThat(holders("micro-grid", inside))
                    .containsExactly(stairwell.parent().substring(0, 15));
        }
    }

    @Test
    void countsTheShopsOfTheStreetBlockClusterByCluster() {
        List<PlaceDrawing> shops =
                city.places().stream().filter(p -> p.kind().equals("shop")).toList();
        List<Long> counts = city.layer("street-segment").grids().stream()
                .map(s ->
                        shops.stream().filter(p -> s.shape().contains(point(p))).count())
                .toList();
        assertThat(counts).containsExactly(94L, 43L, 129L, 58L, 114L, 61L, 31L, 72L, 32L, 20L, 10L);
        assertThat(counts.subList(0, 5).stream().mapToLong(n -> n).sum()).isEqualTo(438);
        assertThat(counts.subList(5, 11).stream().mapToLong(n -> n).sum()).isEqualTo(226);
        Geometry block = block();
        assertThat(shops.stream().filter(p -> block.contains(point(p)))).hasSize(664);
    }

    @Test
    void givesTheStreetBlockItsChargingPilesAndParkingLots() {
        Geometry block = block();
        Map<String, Long> inside = city.places().stream()
                .filter(p -> block.contains(point(p)))
                .collect(Collectors.groupingBy(PlaceDrawing::kind, Collectors.counting()));
        assertThat(inside).containsEntry("charging-pile", 92L).containsEntry("parking-lot", 3L);
    }

    @Test
    void keepsBoatsInTheirSeaGridsAndSeaGridsApart() {
        List<PlaceDrawing> boats =
                city.places().stream().filter(p -> p.kind().equals("vessel")).toList();
        assertThat(boats).hasSize(121);
        assertThat(boats.stream().filter(b -> (Boolean) b.attributes().get("demonstration")))
                .hasSize(8);
        for (PlaceDrawing boat : boats) {
            assertThat(holders("sea-grid", point(boat)))
                    .containsExactly(boat.attributes().get("seaGrid").toString());
            assertThat(holders("town", point(boat))).isEmpty();
        }
    }

    @Test
    void namesEveryPlaceInBothScriptsUnderACodeOfItsOwn() {
        assertThat(city.places()).extracting(PlaceDrawing::code).doesNotHaveDuplicates();
        assertThat(city.places())
                .noneMatch(p -> p.nameZh().isBlank() || p.nameEn().isBlank());
        assertThat(city.places().stream().map(p -> p.attributes().get("token")).filter(t -> t != null))
                .hasSize(1336 + 160)
                .doesNotHaveDuplicates();
        assertThat(city.streets().streets).extracting(s -> s.name().zh()).doesNotHaveDuplicates();
    }

    private Geometry block() {
        return city.layer("street-block").grids().stream()
                .filter(g -> g.attributes().containsKey("marketEntities"))
                .findFirst()
                .orElseThrow()
                .shape();
    }

    private Geometry shape(String layer, String code) {
        return city.layer(layer).grids().stream()
                .filter(g -> g.code().equals(code))
                .findFirst()
                .orElseThrow()
                .shape();
    }

    private List<String> holders(String layer, Point point) {
        return city.layer(layer).grids().stream()
                .filter(g -> g.shape().getEnvelopeInternal().contains(point.getX(), point.getY()))
                .filter(g -> g.shape().contains(point))
                .map(GridDrawing::code)
                .toList();
    }

    private static Point point(PlaceDrawing place) {
        return Plane.LONLAT.createPoint(new Coordinate(place.lon(), place.lat()));
    }
}

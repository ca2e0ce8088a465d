package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

class PartitionProofTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private static List<Geometry> city(long seed) {
        return RandomPartition.of(seed, 6, 5, 4, 0.01).stream()
                .map(GridShape::polygon)
                .toList();
    }

    private static Geometry union(List<Geometry> shapes) {
        return CoverageUnion.union(SHAPES.createGeometryCollection(shapes.toArray(Geometry[]::new)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void provesACityWithEnclavesAndExclavesAndItsRegion(long seed) {
        List<Geometry> city = city(seed);
        assertThat(PartitionProof.hasNoOverlapAndNoHole(city)).isTrue();
        assertThat(PartitionProof.fills(city, union(city))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void provesNothingOfACityThatLacksAGridHasOneTwiceOrHasAMovedVertex(long seed) {
        List<Geometry> city = city(seed);
        Geometry region = union(city);
        for (int i = 0; i < city.size(); i++) {
            List<Geometry> lacking = new ArrayList<>(city);
            Geometry gone = lacking.remove(i);
            assertThat(PartitionProof.fills(lacking, region)).isFalse();
            List<Geometry> doubled = new ArrayList<>(city);
            doubled.add(gone);
            assertThat(PartitionProof.hasNoOverlapAndNoHole(doubled)).isFalse();
            assertThat(PartitionProof.fills(doubled, region)).isFalse();
            List<Geometry> moved = new ArrayList<>(city);
            Geometry bent = gone.copy();
            double x = gone.getCoordinates()[1].x;
            double y = gone.getCoordinates()[1].y;
            bent.apply((org.locationtech.jts.geom.CoordinateFilter) at -> {
                if (at.x == x && at.y == y) {
                    at.x = Math.nextUp(at.x);
                }
            });
            bent.geometryChanged();
            moved.set(i, bent);
            assertThat(PartitionProof.fills(moved, region)).isFalse();
        }
    }

    @Test
    void aHoleAmongGridsAnIslandInsideAndAPointThatTouchesAreNotProved() {
        List<Geometry> ring = List.of(box(0, 0, 3, 1), box(0, 1, 1, 2), box(2, 1, 3, 2), box(0, 2, 3, 3));
        assertThat(PartitionProof.hasNoOverlapAndNoHole(ring))
                .as("sides that lack the other's vertices are for the overlay")
                .isFalse();
        assertThat(PartitionProof.hasNoOverlapAndNoHole(List.of(box(0, 0, 4, 4), box(1, 1, 2, 2))))
                .isFalse();
        assertThat(PartitionProof.hasNoOverlapAndNoHole(List.of(box(0, 0, 1, 1), box(1, 1, 2, 2))))
                .isFalse();
        assertThat(PartitionProof.hasNoOverlapAndNoHole(List.of(box(0, 0, 1, 1), box(2, 2, 3, 3))))
                .as("two islands")
                .isTrue();
    }

    @Test
    void theGateSaysOfProvedCitiesWhatItAlwaysSaid() {
        for (long seed = 1; seed <= 5; seed++) {
            List<GridShape> city = RandomPartition.of(seed, 5, 4, 3, 0.01);
            List<CoverageMember> members = city.stream()
                    .map(grid -> new CoverageMember(grid.code(), java.util.Optional.empty(), grid.polygon()))
                    .toList();
            assertThat(CoverageCheck.partition().check(members)).isEmpty();
            for (int i = 1; i < members.size(); i += 7) {
                List<CoverageMember> lacking = new ArrayList<>(members);
                Geometry gone = lacking.remove(i).shape();
                boolean inside =
                        union(city.stream().map(GridShape::polygon).toList()).contains(gone.buffer(1e-5));
                assertThat(CoverageCheck.partition().check(lacking).isEmpty()).isEqualTo(!inside);
            }
        }
    }

    private static Polygon box(int west, int south, int east, int north) {
        return (Polygon) SHAPES.toGeometry(new Envelope(west, east, south, north));
    }
}

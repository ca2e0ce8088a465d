package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.geometry.GridShape;
import org.gridward.platform.GeoJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class LayerMapTest {

    private final LayerMap map = LayerMap.of(
            new Layer("grid", LayerKind.PARTITION, Optional.empty(), "网格", "Grid"),
            EditionId.NONE,
            new GridShapes.Loaded(
                    List.of(new GridShape("A", box(122.10, 122.11)), new GridShape("B", box(122.11, 122.12))),
                    Map.of(
                            "A", new GridInfo("A", "甲", "A", null, null),
                            "B", new GridInfo("B", "乙", "B", null, null)),
                    10));

    private static Geometry box(double west, double east) {
        return GeoJson.FACTORY.toGeometry(new Envelope(west, east, 30.00, 30.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1e-160, 1e-12, 0.0009})
    void anErrorDiscTooSmallToMeasureIsItsPoint(double accuracyMeters) {
        assertThat(map.matches(122.105, 30.005, accuracyMeters)).isEqualTo(map.matches(122.105, 30.005));
        assertThat(map.matches(122.11, 30.005, accuracyMeters))
                .extracting(Match::gridCode)
                .containsExactly("A");
    }
}

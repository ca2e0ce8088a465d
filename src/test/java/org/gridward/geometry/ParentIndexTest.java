package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gridward.geometry.ParentIndex.Part;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ParentIndexTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final ParentIndex INDEX = ParentIndex.of(
            List.of(new GridShape("a", box(120.00, 30, 0.01, 0.01)), new GridShape("b", box(120.01, 30, 0.01, 0.01))));

    @Test
    void namesTheParentThatHoldsAShapeThatTouchesItsBorder() {
        assertThat(INDEX.holder(box(120.00, 30, 0.01, 0.005))).contains("a");
        assertThat(INDEX.outside(box(120.00, 30, 0.01, 0.005), "a")).isEmpty();
    }

    @Test
    void measuresWhatLiesOutsideAndWhereTheRestIs() {
        Geometry across = box(120.009, 30.001, 0.002, 0.001);
        assertThat(INDEX.holder(across)).isEmpty();
        double half = INDEX.outside(across, "a").orElseThrow().areaSquareMeters();
        assertThat(half).isCloseTo(96.49 * 110.85, within(20.0));
        assertThat(INDEX.parts(across)).extracting(Part::code).containsExactly("a", "b");
        assertThat(INDEX.parts(across).stream()
                        .mapToDouble(Part::areaSquareMeters)
                        .sum())
                .isCloseTo(2 * half, within(1e-6));
    }

    @Test
    void takesDustOfRoundingForNothingAndAMillimetreForGround() {
        assertThat(INDEX.outside(box(120.00, 30, 0.01 + 1e-15, 0.01), "a")).isEmpty();
        assertThat(INDEX.outside(box(120.00, 30, 0.01 + 1e-8, 0.01), "a")).isPresent();
    }

    private static Geometry box(double west, double south, double width, double height) {
        return FACTORY.toGeometry(new Envelope(west, west + width, south, south + height));
    }
}

package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Each test names its seed: run it again with that number to see the same city. */
class ArrangementInvariantsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 808, 20261125})
    void arrangesACityWhoseGridsShareEveryVertex(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 8, 6, 4, 0.01);
        Arrangement arrangement = Arrangement.of(city);

        ArrangementInvariants.hold(city, arrangement);
        assertThat(arrangement.gaps()).isEmpty();
        assertThat(arrangement.overlaps()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 809, 20261126})
    void arrangesGridsThatLieAcrossOneAnother(long seed) {
        List<GridShape> city = messy(seed);
        Arrangement arrangement = Arrangement.of(city);

        ArrangementInvariants.hold(city, arrangement);
        assertThat(arrangement.overlaps()).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 810})
    void givesTheSameNumbersWhateverTheOrder(long seed) {
        List<GridShape> city = messy(seed);
        List<GridShape> shuffled = new ArrayList<>();
        city.forEach(
                grid -> shuffled.add(new GridShape(grid.code(), grid.polygon().reverse())));
        Collections.shuffle(shuffled, new Random(seed));

        Arrangement one = Arrangement.of(city);
        Arrangement other = Arrangement.of(shuffled);

        assertThat(other.faces()).hasSameSizeAs(one.faces());
        for (Face face : one.faces()) {
            Face same = other.faces().get(face.id());
            assertThat(same.owners()).isEqualTo(face.owners());
            assertThat(same.areaSquareMeters()).isEqualTo(face.areaSquareMeters());
            assertThat(same.polygon()).isEqualTo(face.polygon());
        }
    }

    /** A city of which some grids were moved by a hand that shook, and some by a fraction of a millimetre. */
    static List<GridShape> messy(long seed) {
        Random random = new Random(seed);
        List<GridShape> grids = new ArrayList<>();
        for (GridShape grid : RandomPartition.of(seed, 6, 5, 3, 0.01)) {
            double reach = Math.pow(10, -3 - random.nextInt(6));
            double east = (random.nextDouble() - 0.5) * reach;
            double north = (random.nextDouble() - 0.5) * reach;
            grids.add(
                    random.nextInt(3) == 0
                            ? new GridShape(
                                    grid.code(),
                                    AffineTransformation.translationInstance(east, north)
                                            .transform(grid.polygon()))
                            : grid);
        }
        return grids;
    }
}

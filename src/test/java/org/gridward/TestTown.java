package org.gridward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A town of squares for tests: one town of 0.04° by 0.04° from 122.10, 30.00, two communities (west, east), each of two
 * grids (north, south), each of four micro-grids of 0.01°. The micro-grid at column x, row y (0..3 from the south-west) has
 * the code {@link #micro}.
 */
public final class TestTown {

    public static final Instant VALID_FROM = Instant.parse("2025-01-01T00:00:00Z");
    public static final double WEST = 122.10;
    public static final double SOUTH = 30.00;
    public static final double STEP = 0.01;

    private TestTown() {}

    /** Adopts the town's layers unless they are there already. */
    public static synchronized void adopt(Layers layers, Editions editions, GridMap map) {
        if (map.find("micro-grid").isPresent()) {
            return;
        }
        layers.ensure(new Layer("town", LayerKind.PARTITION, Optional.empty(), "镇街", "Town"));
        layers.ensure(new Layer("community", LayerKind.PARTITION, Optional.of("town"), "社区", "Community"));
        layers.ensure(new Layer("grid", LayerKind.PARTITION, Optional.of("community"), "网格", "Grid"));
        layers.ensure(new Layer("micro-grid", LayerKind.PARTITION, Optional.of("grid"), "微网格", "Micro-grid"));
        editions.adopt(edition("town", List.of(grid("330999001", null, 0, 0, 4, 4))), "test");
        editions.adopt(
                edition(
                        "community",
                        List.of(
                                grid("330999001001", "330999001", 0, 0, 2, 4),
                                grid("330999001002", "330999001", 2, 0, 2, 4))),
                "test");
        editions.adopt(
                edition(
                        "grid",
                        List.of(
                                grid("33099900100101", "330999001001", 0, 2, 2, 2),
                                grid("33099900100102", "330999001001", 0, 0, 2, 2),
                                grid("33099900100201", "330999001002", 2, 2, 2, 2),
                                grid("33099900100202", "330999001002", 2, 0, 2, 2))),
                "test");
        editions.adopt(edition("micro-grid", microGrids()), "test");
    }

    /** The sixteen micro-grids. */
    public static List<NewGrid> microGrids() {
        List<NewGrid> grids = new ArrayList<>();
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                grids.add(grid(micro(x, y), parent(x, y), x, y, 1, 1));
            }
        }
        return grids;
    }

    /** Code of the micro-grid at column x, row y. */
    public static String micro(int x, int y) {
        return (x < 2 ? "330999001001" : "330999001002") + String.format("%03d", (3 - y) * 2 + x % 2 + 1);
    }

    private static String parent(int x, int y) {
        return (x < 2 ? "330999001001" : "330999001002") + (y >= 2 ? "01" : "02");
    }

    /** An edition of these grids, valid from {@link #VALID_FROM}. */
    public static AdoptEdition edition(String layer, List<NewGrid> grids) {
        return new AdoptEdition(layer, VALID_FROM, grids, Optional.empty(), "test town");
    }

    /** A grid of {@code width} by {@code height} squares from column x, row y. */
    public static NewGrid grid(String code, String parent, int x, int y, int width, int height) {
        Envelope box = new Envelope(lon(x), lon(x + width), lat(y), lat(y + height));
        return new NewGrid(
                code,
                "网格" + code,
                "Grid " + code,
                Optional.ofNullable(parent),
                OptionalInt.of(400),
                lattice(box),
                Map.of());
    }

    /** The box with a vertex at each step, so that neighbours of any size share their vertices. */
    private static Geometry lattice(Envelope box) {
        return org.locationtech.jts.densify.Densifier.densify(GeoJson.FACTORY.toGeometry(box), 10);
    }

    public static double lon(int x) {
        return (12210 + x) / 100.0;
    }

    public static double lat(int y) {
        return (3000 + y) / 100.0;
    }
}

package org.gridward.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridward.geometry.GridShape;

/**
 * A made-up city to measure with: micro-grids with wiggly borders and larger grids made of them. Same arguments, same
 * city, on every machine.
 *
 * <p>A square round 116.40 E 39.90 N, 40 km wide for 20,000 micro-grids and in proportion for fewer. The micro-grids
 * are Voronoi cells, denser in the centre, whose borders are displaced by fractal noise; they form a partition: valid,
 * without gap or overlap, neighbours share exactly the same vertices. A grid is the exact union of micro-grids: their
 * shared edges cancel, no coordinate is computed anew. Vertices are rounded to 1e-7 degrees.
 */
public final class WigglyCity {

    private static final double CELL_METERS = 40_000 / Math.sqrt(20_000);
    private static final double MARGIN_METERS = 50;
    private static final double HOT_SPOT_METERS = 150;
    private static final int MICRO_GRIDS_PER_HOT_SPOT = 7;

    private final double halfSide;
    private final WigglyCells cells;
    private final int[] gridOf;
    private final List<GridShape> microGrids;
    private final List<GridShape> grids;

    private WigglyCity(int microGrids, int grids, long seed) {
        this.halfSide = CELL_METERS * Math.sqrt(microGrids) / 2;
        this.cells = new WigglyCells(microGrids, halfSide, seed);
        this.gridOf = cells.groups(grids);
        List<List<long[]>> members = IntStream.range(0, grids)
                .mapToObj(grid -> (List<long[]>) new ArrayList<long[]>())
                .toList();
        List<GridShape> micro = new ArrayList<>();
        for (int i = 0; i < microGrids; i++) {
            long[] ring = cells.ring(i);
            micro.add(new GridShape(code("m", i, microGrids), EdgeUnion.of(List.of(ring))));
            members.get(gridOf[i]).add(ring);
        }
        this.microGrids = List.copyOf(micro);
        this.grids = IntStream.range(0, grids)
                .mapToObj(i -> new GridShape(code("g", i, grids), EdgeUnion.of(members.get(i))))
                .toList();
    }

    /**
     * Draws a city.
     *
     * @throws IllegalArgumentException if there is no micro-grid or no grid, or there are more grids than micro-grids
     */
    public static WigglyCity of(int microGrids, int grids, long seed) {
        if (grids < 1 || grids > microGrids) {
            throw new IllegalArgumentException(
                    grids + " grids of " + microGrids + " micro-grids; give 1 <= grids <= micro-grids");
        }
        return new WigglyCity(microGrids, grids, seed);
    }

    /** The micro-grids in the order of their codes, so that place in the list and index of a locator agree. */
    public List<GridShape> microGrids() {
        return microGrids;
    }

    /** The grids in the order of their codes. */
    public List<GridShape> grids() {
        return grids;
    }

    /** For each micro-grid the place of its grid. */
    public int[] gridOf() {
        return gridOf.clone();
    }

    /**
     * Points to locate, in random order: half of them anywhere in a box 50 m larger than the city, as full doubles;
     * half in hot spots, rounded to 1e-7 degrees.
     *
     * @return longitude and latitude in turn, two numbers a point
     */
    public double[] points(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int spots = Math.max(1, microGrids.size() / MICRO_GRIDS_PER_HOT_SPOT);
        double[] centers = random.doubles(2L * spots, -1, 1).toArray();
        double[] lonLat = new double[2 * n];
        double reach = halfSide + MARGIN_METERS;
        for (int i = 0; i < n; i++) {
            if ((i & 1) == 0) {
                lonLat[2 * i] = LocalDegrees.lon(random.nextDouble(-reach, reach));
                lonLat[2 * i + 1] = LocalDegrees.lat(random.nextDouble(-reach, reach));
            } else {
                int spot = random.nextInt(spots);
                double x = WigglyCells.warp(centers[2 * spot]) * halfSide + random.nextGaussian() * HOT_SPOT_METERS;
                double y = WigglyCells.warp(centers[2 * spot + 1]) * halfSide + random.nextGaussian() * HOT_SPOT_METERS;
                lonLat[2 * i] = LocalDegrees.rounded(LocalDegrees.lon(x));
                lonLat[2 * i + 1] = LocalDegrees.rounded(LocalDegrees.lat(y));
            }
        }
        return lonLat;
    }

    private static String code(String kind, int number, int count) {
        return kind + ("%0" + Integer.toString(count).length() + "d").formatted(number);
    }
}

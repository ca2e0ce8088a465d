package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says how near a point is to the border of its grid and to the next grid, in metres. Immutable and thread-safe.
 *
 * <p>Indices are those of {@link GridLocator} for the same shapes. Distances are straight lines in the equirectangular
 * map of WGS 84 at the point: within 1 km right to 0.01 %, within 10 km to 0.1 %, at up to 50 degrees of latitude;
 * beyond that they only rank. Expects valid shapes away from the 180th meridian. Cost: one to four microseconds a question.
 * Building costs next to nothing: the borders are laid out at the first question, 25 bytes a vertex.
 */
public final class BorderDistance {

    private final GridLocator locator;
    private final BorderSet borders;

    private BorderDistance(BorderSet borders, GridLocator locator) {
        this.borders = borders;
        this.locator = locator;
    }

    /**
     * How near a point is to the borders round it.
     *
     * @param owner the grid asked about, by default the one that {@link GridLocator#locate} says; or {@link GridLocator#NONE}
     * @param distanceToBorderMeters to the border of the owner; with no owner, to the nearest grid
     * @param runnerUp the nearest other grid (the lowest code among equals), or {@link GridLocator#NONE} if there is none
     * @param runnerUpMeters to the runner-up, 0 if it holds the point too; infinite if there is none
     */
    public record Nearest(int owner, double distanceToBorderMeters, int runnerUp, double runnerUpMeters) {}

    /** The share, over 0 and up to 1, of a disc of uncertainty that one grid holds. */
    public record Share(int index, double share) {}

    /** Builds the index of borders beside a locator of the very same shapes, in any order. */
    public static BorderDistance build(List<GridShape> shapes, GridLocator locator) {
        return new BorderDistance(BorderSet.of(CellGridLocator.ordered(shapes)), locator);
    }

    /**
     * The same for another set of shapes and its locator. What was made for shapes that are still the very same objects is
     * taken over; this one stays valid.
     */
    public BorderDistance with(List<GridShape> shapes, GridLocator locator) {
        return new BorderDistance(borders.with(CellGridLocator.ordered(shapes)), locator);
    }

    /** Builds the index of borders and its own locator. */
    public static BorderDistance build(List<GridShape> shapes) {
        return build(shapes, GridLocator.build(shapes));
    }

    /**
     * The owner of a point, its distance to the owner's border, and the runner-up.
     *
     * @throws IllegalArgumentException if the point is not on the globe
     */
    public Nearest nearest(double lon, double lat) {
        requireOnGlobe(lon, lat);
        return nearest(locator.locate(lon, lat), lon, lat);
    }

    /** The same from the side of one grid, that holds the point (where several do) or only lies near it. */
    public Nearest nearest(int owner, double lon, double lat) {
        requireOnGlobe(lon, lat);
        int second = GridLocator.NONE;
        for (int holder : locator.locateAll(lon, lat)) {
            second = second == GridLocator.NONE && holder != owner ? holder : second;
        }
        return new NearestBorders(owner, second).in(borders, lon, lat);
    }

    /**
     * How the disc of uncertainty round a point is divided among the grids, largest share first, then by code.
     *
     * <p>Exact areas of polygon and disc in the map at the point, no sampling. In a partition the shares add up to at
     * most 1; the rest lies outside every grid. Grids that overlap each count whole. With radius 0 the owner has 1.
     *
     * @throws IllegalArgumentException if the point is not on the globe or the radius not a length
     */
    public List<Share> shares(double lon, double lat, double radiusMeters) {
        requireOnGlobe(lon, lat);
        if (!(radiusMeters >= 0 && radiusMeters < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("accuracy " + radiusMeters + " is not a radius; give metres from 0 up");
        }
        int owner = locator.locate(lon, lat);
        if (radiusMeters == 0) {
            return owner == GridLocator.NONE ? List.of() : List.of(new Share(owner, 1));
        }
        DiscShare disc = new DiscShare(lon, lat, radiusMeters);
        List<Share> shares = new ArrayList<>();
        for (int index : near(lon, lat, radiusMeters)) {
            double share = disc.of(borders.shapes().get(index).polygon());
            if (share > 0) {
                shares.add(new Share(index, share));
            }
        }
        shares.sort(Comparator.comparingDouble(Share::share).reversed().thenComparingInt(Share::index));
        return List.copyOf(shares);
    }

    /** The grids that hold the point and those whose border comes within reach, ascending. */
    private Set<Integer> near(double lon, double lat, double reachMeters) {
        Set<Integer> found = new TreeSet<>();
        for (int holder : locator.locateAll(lon, lat)) {
            found.add(holder);
        }
        double reachSquared = reachMeters * reachMeters;
        borders.visit(lon, lat, GroundFrame.at(lat), new BorderSet.Visitor() {
            @Override
            public double reachSquared() {
                return reachSquared * (1 + 1e-9);
            }

            @Override
            public void border(int index, double squaredMeters) {
                if (squaredMeters <= reachSquared) {
                    found.add(index);
                }
            }
        });
        return found;
    }

    private static void requireOnGlobe(double lon, double lat) {
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException(
                    "point " + lon + ", " + lat + " is not on the globe; give longitude and latitude in degrees");
        }
    }
}

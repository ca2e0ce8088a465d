package org.gridward.geometry;

import java.util.Collection;
import java.util.List;

/**
 * Says which grids of one set hold a point, exactly. Immutable and safe for any number of threads.
 *
 * <p>A polygon holds a point that lies in its interior or exactly on its border (the {@code covers} of JTS). Answers
 * are those of exact arithmetic on the doubles as given: no tolerance, no rounding. Where several grids hold a point,
 * on shared borders or in overlaps, the lowest grid code in {@link String} order is the answer, or what a
 * {@link BorderOwner} says.
 *
 * <p>Grids are named by index: their position when all codes are sorted, whatever the order of the input. Longitude
 * and latitude are WGS 84 degrees; points that are not finite or lie outside every grid give {@link #NONE}. No point
 * makes an exception. Method, cost and proof: docs/kernel.md.
 */
public interface GridLocator {

    /** The answer for a point that no grid holds. */
    int NONE = -1;

    /** The index of the grid that owns the point, or {@link #NONE}. */
    int locate(double lon, double lat);

    /** The indices of all grids that hold the point, ascending (so also by code); empty if none does. */
    int[] locateAll(double lon, double lat);

    /**
     * Locates many points at once, in the calling thread: several times faster than one by one.
     *
     * @param lonLat longitude and latitude in turn, two numbers a point
     * @param out receives one index a point, as {@link #locate(double, double)} gives it
     * @throws IllegalArgumentException if {@code lonLat} does not hold exactly two numbers for each place of {@code out}
     */
    void locate(double[] lonLat, int[] out);

    /**
     * The same with up to {@code threads} threads, the calling one among them. Answers are the same.
     *
     * @throws IllegalArgumentException also if there is no thread
     */
    void locate(double[] lonLat, int[] out, int threads);

    /**
     * The locator after some grids were redrawn, added or removed. This one stays valid. Costs about what changed, plus
     * a copy of the cells; a redraw beyond the area held so far costs a new build.
     *
     * @param changedOrAdded new shapes, by code
     * @param removedCodes codes that are no more; unknown ones are passed over
     * @throws IllegalArgumentException if a code is given twice or a coordinate is not finite
     */
    GridLocator with(Collection<GridShape> changedOrAdded, Collection<String> removedCodes);

    /** The same grids under another rule for points that several hold. Shares all memory with this one. */
    GridLocator withOwner(BorderOwner owner);

    /**
     * The code of a grid.
     *
     * @throws IndexOutOfBoundsException if the index is not in 0 … {@link #size()} - 1
     */
    String code(int index);

    /** How many grids there are. */
    int size();

    /** Bytes of memory held beside the vertices of the grids (16 bytes each). */
    long bytes();

    /**
     * Builds a locator whose border points belong to the lowest code.
     *
     * <p>Expects valid polygons (see {@link CoverageCheck}); empty ones are kept and never found. A border that crosses
     * itself makes no exception, but where such polygons overlap others the answer may be any of those near. Cost: linear in vertices plus cells, about
     * 0.3 s for 20,000 grids of 100 vertices.
     *
     * @throws IllegalArgumentException if two grids share a code, a coordinate is not finite, or there are more than
     *     16,777,215 grids or a billion vertices
     */
    static GridLocator build(List<GridShape> shapes) {
        return build(shapes, BorderOwner.LOWEST_CODE);
    }

    /** Builds a locator that asks {@code owner} for every point that several grids hold. */
    static GridLocator build(List<GridShape> shapes, BorderOwner owner) {
        return CellGridLocator.of(shapes, owner);
    }
}

package org.gridward.geometry;

/**
 * Says which of several grids owns a point that all of them hold: on a shared border, in a node, in an overlap. Must be
 * pure and safe for threads; it is never asked for points that one grid or none holds.
 */
@FunctionalInterface
public interface BorderOwner {

    /** The rule where nothing else was decided: the lowest code. */
    BorderOwner LOWEST_CODE = (holders, lon, lat) -> holders[0];

    /**
     * The owner of a point.
     *
     * @param holders the indices of the grids that hold the point, ascending (so also by code), at least two
     * @return one of the holders; anything else is taken as the lowest code
     */
    int owner(int[] holders, double lon, double lat);
}

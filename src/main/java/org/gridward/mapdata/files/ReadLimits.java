package org.gridward.mapdata.files;

/**
 * How much of a file is taken before it is refused.
 *
 * @param maxFeatures most records in the file
 * @param maxVertices most positions in one shape
 */
public record ReadLimits(int maxFeatures, int maxVertices) {

    /** Grid layers: 250,000 grids of at most 200,000 positions; the store's own cap on one grid is lower still. */
    public static final ReadLimits GRIDS = new ReadLimits(250_000, 200_000);

    /** Points: any number of records. */
    public static final ReadLimits POINTS = new ReadLimits(Integer.MAX_VALUE, 10_000);
}

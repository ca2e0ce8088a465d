package org.gridward.platform;

/** Where a tile lies, in the usual numbering of web Mercator. */
public record TileAddress(int z, int x, int y) {

    private static final int ZOOM_MOST = 18;

    /** @throws Problem 404 when there is no such tile */
    public TileAddress {
        if (z < 0 || z > ZOOM_MOST || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw Problem.notFound(
                    "unknown-tile",
                    "There is no tile " + z + "/" + x + "/" + y + "; zooms are 0 to " + ZOOM_MOST + ".");
        }
    }

    @Override
    public String toString() {
        return z + "/" + x + "/" + y;
    }
}

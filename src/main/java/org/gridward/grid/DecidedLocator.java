package org.gridward.grid;

import org.gridward.geometry.GridLocator;

/** A locator whose border points belong to whom a recorded decision says. */
record DecidedLocator(GridLocator base, RecordedBorders owners) implements GridLocator {

    @Override
    public int locate(double lon, double lat) {
        int lowest = base.locate(lon, lat);
        if (lowest == NONE) {
            return NONE;
        }
        int[] holders = base.locateAll(lon, lat);
        return holders.length < 2 ? lowest : owners.owner(holders, lon, lat);
    }

    @Override
    public int[] locateAll(double lon, double lat) {
        return base.locateAll(lon, lat);
    }

    @Override
    public void locate(double[] lonLat, int[] out) {
        base.locate(lonLat, out);
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] == NONE ? NONE : locate(lonLat[2 * i], lonLat[2 * i + 1]);
        }
    }

    @Override
    public String code(int index) {
        return base.code(index);
    }

    @Override
    public int size() {
        return base.size();
    }
}

package org.gridward.border;

import java.util.List;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.gridward.grid.LayerMap;
import org.locationtech.jts.geom.Envelope;

/** One drawing of a layer, adopted or not: its grids and who holds a point. */
record Plan(List<GridShape> grids, GridLocator locator) {

    static Plan of(LayerMap map) {
        return new Plan(FaceFinder.shapes(map), map.locator());
    }

    static Plan of(List<GridShape> grids) {
        return new Plan(grids, GridLocator.build(grids));
    }

    /** The code of the grid that holds a point, or null. */
    String code(double lon, double lat) {
        int index = locator.locate(lon, lat);
        return index == GridLocator.NONE ? null : locator.code(index);
    }

    Envelope box() {
        Envelope box = new Envelope();
        grids.forEach(grid -> box.expandToInclude(grid.polygon().getEnvelopeInternal()));
        return box;
    }
}

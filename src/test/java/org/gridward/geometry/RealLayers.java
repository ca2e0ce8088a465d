package org.gridward.geometry;

import java.util.List;

/** Real layers as kernels see them. */
final class RealLayers {

    private RealLayers() {}

    /** Sound: 277 police beats of Chicago. */
    static List<GridShape> beats() {
        return chicago("chicago-grids/police_beats.zip.geojson");
    }

    /** The same, simplified polygon by polygon, so that neighbours no longer meet. */
    static List<GridShape> simplifiedBeats() {
        return chicago("chicago-grids/police_beats_simple.geojson");
    }

    private static List<GridShape> chicago(String file) {
        return ChicagoShapes.read(file, "BEAT_NUM").stream()
                .map(beat -> new GridShape(beat.code(), beat.shape()))
                .toList();
    }
}

package org.gridward.grid;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/**
 * One grid of an edition to be adopted: its code, names (zh, en), the code of the grid of the parent layer that it belongs
 * to, households if known, its shape (Polygon or MultiPolygon, lon/lat, not yet checked), further attributes kept as given.
 */
public record NewGrid(
        String code,
        String nameZh,
        String nameEn,
        Optional<String> parentCode,
        OptionalInt households,
        Geometry shape,
        Map<String, Object> attributes) {}

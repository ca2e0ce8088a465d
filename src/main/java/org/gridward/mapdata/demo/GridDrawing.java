package org.gridward.mapdata.demo;

import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;

/** One grid to be adopted; {@code parent} is null at the top, {@code households} 0 where nobody lives. */
record GridDrawing(
        String code,
        String nameZh,
        String nameEn,
        String parent,
        int households,
        MultiPolygon shape,
        Map<String, Object> attributes) {}

package org.gridward.mapdata.demo;

import java.util.Map;

/** A place with its point in degrees. */
record PlaceDrawing(
        String code,
        String kind,
        String nameZh,
        String nameEn,
        double lon,
        double lat,
        Map<String, Object> attributes) {}

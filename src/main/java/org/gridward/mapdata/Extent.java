package org.gridward.mapdata;

import java.util.List;

/**
 * What the base map shows.
 *
 * @param bbox west, south, east, north in degrees
 * @param synthetic whether the city is invented; pages say so
 * @param source where the map comes from, such as "synthetic demo city, seed 7"
 * @param revision changes whenever the base map does
 */
public record Extent(
        String nameZh, String nameEn, boolean synthetic, String source, List<Double> bbox, String revision) {}

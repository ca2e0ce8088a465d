package org.gridward.mapdata.demo;

import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the base map.
 *
 * @param theme water, green, land-use, building, street
 * @param kind class inside the theme, such as river or secondary
 * @param rank order of importance, 1 the most: small zooms show low ranks only
 * @param geometry lon/lat
 */
record Feature(String theme, String kind, int rank, String nameZh, String nameEn, Geometry geometry) {}

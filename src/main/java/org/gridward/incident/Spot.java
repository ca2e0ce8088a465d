package org.gridward.incident;

/** A reported location settled once: WGS 84 degrees, metres of accuracy (0: not said), how it was found, by which place,
 * and the code of the body that owns that place (null: not said). */
record Spot(double lon, double lat, double accuracyMeters, String locatedBy, String placeCode, String owner) {}

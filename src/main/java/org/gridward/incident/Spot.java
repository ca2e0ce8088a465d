package org.gridward.incident;

/** A reported location settled once: WGS 84 degrees, metres of accuracy (0: not said), how it was found, by which place. */
record Spot(double lon, double lat, double accuracyMeters, String locatedBy, String placeCode) {}

package org.gridward.place;

import java.time.Instant;

/** A place has new coordinates (degrees of WGS 84); published in the transaction of the change. */
public record PlaceMoved(
        String code, String kind, double fromLon, double fromLat, double lon, double lat, Instant at) {}

package org.gridward.patrol;

import java.time.Instant;

/** A unit has a newer position (degrees of WGS 84); published in the transaction that stored it, once a batch. */
public record PositionReported(String unit, double lon, double lat, Instant t) {}

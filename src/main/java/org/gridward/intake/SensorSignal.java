package org.gridward.intake;

import java.time.Instant;

/**
 * What a device sends by itself.
 *
 * @param device its id, 1 to 80 characters
 * @param category a code of the tree
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param at when it was seen; null: now
 * @param value what was measured, as a text; null: nothing
 */
public record SensorSignal(
        String device, String category, Double lon, Double lat, Double accuracyMeters, Instant at, String value) {}

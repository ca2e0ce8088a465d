package org.gridward.wall;

import java.time.Instant;
import java.util.Set;

/**
 * An open case as a wall may show it.
 *
 * @param lon with {@code lat} null where the case has no place
 * @param kind of the deadline that hurts next, with {@code due}, {@code warnAt} and {@code standsAt} null where no clock runs
 * @param district empty: in no grid of the layer
 * @param codes of every grid that holds it
 */
record OpenCase(
        String number,
        String category,
        int tier,
        String state,
        String gridCode,
        Double lon,
        Double lat,
        String kind,
        Instant due,
        Instant warnAt,
        Instant standsAt,
        String district,
        Set<String> codes) {

    Light light(Instant now) {
        return Light.at(now, due, warnAt, standsAt);
    }
}

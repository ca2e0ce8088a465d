package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Report something that was found and fixed in one patrol action (小事快办): the whole loop at once, still with place and photo.
 *
 * @param category of tier 2
 * @param description what was found
 * @param fixed what was done about it: the answer that the loop asks for
 * @param how how it was settled; null: CLEARED
 * @param photos ids of at least one photo
 * @param at when, by the device's clock; null: now
 * @param answers to the questions of the category; may be null
 */
public record QuickFix(
        String category,
        String description,
        Where location,
        String fixed,
        ClosedHow how,
        List<String> photos,
        Instant at,
        Map<String, Object> answers) {}

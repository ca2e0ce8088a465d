package org.gridward.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A broadcast to be prepared.
 *
 * @param titleEn, textEn may be null
 * @param validFrom, validUntil when what it says holds, such as a repair from 23:00 to 02:00
 * @param window in their place: a date and two clock times of the city; an end before the start is on the next day
 * @param policy AFFECTED (the default) or COMMUNITY
 * @param layer whose grids COMMUNITY means; {@code community} when absent
 * @param areas drawn polygons (GeoJSON), which may overlap
 * @param grids grids as the area, or part of it
 * @param incidentId what it is about; may be null
 */
public record Draft(
        String titleZh,
        String titleEn,
        String textZh,
        String textEn,
        Instant validFrom,
        Instant validUntil,
        Window window,
        BroadcastPolicy policy,
        String layer,
        List<JsonNode> areas,
        List<GridNamed> grids,
        UUID incidentId) {

    /** A grid of a layer. */
    public record GridNamed(String layer, String code) {}
}

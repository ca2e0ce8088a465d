package org.gridward.campaign;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * A thing of a campaign.
 *
 * @param results JSON object of the typed fields
 * @param rightsUntil until when an owner may claim it; null: no such right runs
 * @param ownerRights whether that right runs now
 * @param placeCode the place that was made of it; may be null
 */
public record Item(
        UUID id,
        int ordinal,
        String ref,
        @JsonRawValue String geometry,
        String state,
        String stage,
        @JsonRawValue String results,
        Instant rightsUntil,
        boolean ownerRights,
        String placeCode,
        int visits,
        int visitsDone,
        int version,
        Instant changedAt) {}

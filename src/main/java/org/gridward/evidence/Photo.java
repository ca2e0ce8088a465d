package org.gridward.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo of an incident. Bytes, width and height are null while it is PENDING; takenAt, lon, lat, accuracyMeters are what the
 * sender claims, distanceMeters lies between that and the incident's place: each null where nothing was said. {@code far}:
 * more than thresholdMeters away; a sign, never a punishment.
 */
public record Photo(
        UUID id,
        UUID incidentId,
        Purpose purpose,
        State state,
        Integer bytes,
        Integer width,
        Integer height,
        Instant addedAt,
        String addedBy,
        Instant takenAt,
        Double lon,
        Double lat,
        Double accuracyMeters,
        Double distanceMeters,
        boolean far,
        Double thresholdMeters) {

    /** Whether its file is on disk. */
    public enum State {
        PENDING,
        STORED
    }

    /** Where the picture itself is. */
    public String url() {
        return "/api/v1/photos/" + id;
    }
}

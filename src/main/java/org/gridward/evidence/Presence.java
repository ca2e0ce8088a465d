package org.gridward.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A claim of having arrived or finished at a place, and how well the track agrees. {@code placeOf} is CLAIM where the claim
 * named the place, INCIDENT where it is the incident's own; unit is null for a user who is none. Verdict, reason, figures and
 * parameters are those of the last judgement; later fixes may change them.
 */
public record Presence(
        UUID id,
        String action,
        String actor,
        String unit,
        Instant actedAt,
        Instant claimedAt,
        double lon,
        double lat,
        double accuracyMeters,
        String placeOf,
        Verdict verdict,
        PresenceReason reason,
        PresenceFigures figures,
        PresenceParameters parameters,
        Instant judgedAt,
        int judgements) {}

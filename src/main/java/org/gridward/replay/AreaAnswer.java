package org.gridward.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The answer to a question about an area, as it was given.
 *
 * @param gapSeconds between two fixes farther apart than this nothing is known of a unit
 */
public record AreaAnswer(
        UUID id,
        Map<String, Object> area,
        Instant from,
        Instant to,
        String reason,
        String askedBy,
        Instant askedAt,
        long gapSeconds,
        List<UnitThere> units,
        List<CaseThere> cases,
        Map<String, Long> states,
        List<GridThere> grids,
        Receipt receipt) {

    /** A unit that was inside: for how long in all, and for how long nothing is known while it may have been. */
    public record UnitThere(
            String unit,
            String nameZh,
            String nameEn,
            String kind,
            double seconds,
            double unknownSeconds,
            List<StayThere> stays) {}

    /** From when until when; entryBy and exitBy are BORDER, GAP (the track begins or ends there) or WINDOW. */
    public record StayThere(Instant entry, String entryBy, Instant exit, String exitBy, double seconds) {}

    /** A case inside, as it stood at the end of the window; lead is who led it then. */
    public record CaseThere(
            UUID id,
            String number,
            String category,
            int tier,
            String colour,
            String state,
            Instant reportedAt,
            Instant closedAt,
            double lon,
            double lat,
            String gridCode,
            String lead,
            String leadEn) {}

    /** A grid that the area meets, with the posts of its team that were named in the window. */
    public record GridThere(String layer, String gridCode, String nameZh, String nameEn, List<Post> posts) {}

    /** A post, not a person. */
    public record Post(String role, String labelZh, String labelEn, String unit) {}

    /**
     * Adds up: {@code unitsWithFixes = inside + outside}; {@code fixes} were read; the digest is SHA-256 over the answer in its
     * canonical form.
     */
    public record Receipt(
            long fixes, int unitsWithFixes, int inside, int outside, int cases, double secondsInside, String digest) {}
}

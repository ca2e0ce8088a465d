package org.gridward.grid;

import java.time.Instant;

/**
 * A grid as one edition drew it, and one period of that edition in both times; the ends are null where open, names as in
 * that edition, area in square metres of ground.
 */
public record GridVersion(
        String layer,
        EditionId edition,
        String label,
        String nameZh,
        String nameEn,
        String parentCode,
        Integer households,
        double areaSquareMeters,
        Instant validFrom,
        Instant validUntil,
        Instant knownFrom,
        Instant knownUntil) {}

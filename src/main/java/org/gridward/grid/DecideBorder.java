package org.gridward.grid;

import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.LineString;

/** Decide that {@code owner}, one of the two grids, owns their border from an instant on, by default for good. */
public record DecideBorder(
        String layer,
        String oneCode,
        String otherCode,
        String owner,
        Optional<LineString> line,
        Instant validFrom,
        Optional<Instant> validUntil,
        String reason) {}

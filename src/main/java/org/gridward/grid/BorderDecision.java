package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.WKBWriter;

/**
 * A recorded decision on who owns the border between two grids of a layer, such as who sweeps a road: all of it, or what
 * lies along {@code line} (lon/lat). {@code codeA} is the lower code. Periods and history as in {@link Edition}.
 */
public record BorderDecision(
        UUID id,
        String layer,
        String codeA,
        String codeB,
        String owner,
        Optional<LineString> line,
        String reason,
        String decidedBy,
        Instant decidedAt,
        List<Edition.ValidPeriod> periods,
        List<Edition.KnownPeriod> history) {

    /** Two decisions on one subject exclude one another: the pair of grids, and the line if there is one. */
    String subject() {
        String stretch = line.map(shape -> UUID.nameUUIDFromBytes(new WKBWriter(2).write(shape.norm()))
                        .toString())
                .orElse("");
        return layer + "/" + codeA + "/" + codeB + "/" + stretch;
    }
}

package org.gridward.dispatch.cover;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * So many must be there.
 *
 * @param gridCode one grid of the layer; empty: each
 * @param role of the team; empty with an empty {@code unitKind}: of any role
 * @param unitKind a kind of unit whose newest position must lie in the grid; empty: members on duty count
 * @param days when it must be so, 1 Monday to 7 Sunday, from {@code starts} for {@code minutes} (1440: all day)
 */
public record CoverRule(
        UUID id,
        String layer,
        String gridCode,
        String role,
        String unitKind,
        int least,
        List<Integer> days,
        LocalTime starts,
        int minutes,
        Instant madeAt,
        String madeBy) {

    public CoverRule {
        days = List.copyOf(days);
    }

    /** A rule is made, holds, and is ended; in the list stand those that hold. */
    @JsonProperty
    public String etag() {
        return VersionTag.of(VersionTag.once(false));
    }

    /** Whether it asks for anything at that instant. */
    boolean asksAt(Instant at, ZoneId zone) {
        LocalDate today = at.atZone(zone).toLocalDate();
        for (LocalDate day = today.minusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            Instant from = from(day, zone);
            if (days.contains(day.getDayOfWeek().getValue())
                    && !at.isBefore(from)
                    && at.isBefore(from.plusSeconds(60L * minutes))) {
                return true;
            }
        }
        return false;
    }

    Instant from(LocalDate day, ZoneId zone) {
        return day.atTime(starts).atZone(zone).toInstant();
    }
}

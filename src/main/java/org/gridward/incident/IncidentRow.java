package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** An incident as a list shows it: lead is the JSON that was decided, matches are the grids that hold it now. */
public record IncidentRow(
        UUID id,
        String number,
        State state,
        int tier,
        String colour,
        int version,
        String etag,
        String category,
        String description,
        String channel,
        Spot location,
        String gridCode,
        MatterClass matterClass,
        Instant parkedUntil,
        boolean supervised,
        boolean held,
        boolean quickFix,
        UUID mergedInto,
        Instant occurredAt,
        Instant reportedAt,
        Instant closedAt,
        Instant nextDue,
        boolean overdue,
        List<PlacedIn> matches,
        @JsonRawValue String lead,
        List<DeadlineSet> deadlines) {

    public record Spot(double lon, double lat) {}

    /** The worst light of the deadlines that are not met: GREEN, YELLOW or RED; null where none is left or it is over. */
    @JsonProperty
    public String light() {
        return closedAt != null
                ? null
                : deadlines.stream()
                        .filter(deadline -> deadline.metAt() == null)
                        .map(DeadlineSet::light)
                        .max(Comparator.comparing(List.of("GREEN", "YELLOW", "RED")::indexOf))
                        .orElse(null);
    }

    IncidentRow with(List<DeadlineSet> found) {
        return new IncidentRow(
                id,
                number,
                state,
                tier,
                colour,
                version,
                etag,
                category,
                description,
                channel,
                location,
                gridCode,
                matterClass,
                parkedUntil,
                supervised,
                held,
                quickFix,
                mergedInto,
                occurredAt,
                reportedAt,
                closedAt,
                nextDue,
                overdue,
                matches,
                lead,
                found);
    }
}

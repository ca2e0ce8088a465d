package org.gridward.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A case as it stood at a second, in the form of a list row of today; lead and matches are JSON. */
public record PastCase(
        UUID id,
        String number,
        String state,
        int tier,
        String colour,
        int version,
        String category,
        String description,
        String channel,
        Spot location,
        String gridCode,
        String matterClass,
        Instant parkedUntil,
        boolean supervised,
        boolean held,
        Instant occurredAt,
        Instant reportedAt,
        Instant nextDue,
        boolean overdue,
        @JsonRawValue String matches,
        @JsonRawValue String lead,
        List<Clock> deadlines,
        List<Task> tasks) {

    /** Degrees of WGS 84. */
    public record Spot(double lon, double lat) {}

    /** A deadline with the light it showed then. */
    public record Clock(
            String kind,
            Instant due,
            int profileVersion,
            boolean provisional,
            Instant metAt,
            String unit,
            Instant startedAt,
            Instant warnAt,
            String light,
            boolean standing) {}

    /** A task as it stood then. */
    public record Task(
            UUID id,
            String gridCode,
            String team,
            String part,
            String role,
            String person,
            String personEn,
            String unit,
            String state,
            Instant startedAt,
            Instant endedAt,
            Instant acceptedAt,
            Instant arrivedAt,
            String reason,
            int version) {}

    /** The worst light of the deadlines that were not met; null where none was left. */
    @JsonProperty
    public String light() {
        return deadlines.stream()
                .filter(deadline -> deadline.metAt() == null)
                .map(Clock::light)
                .max(Comparator.comparing(List.of("GREEN", "YELLOW", "RED")::indexOf))
                .orElse(null);
    }
}

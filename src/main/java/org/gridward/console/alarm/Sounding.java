package org.gridward.console.alarm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One alarm that sounded at a seat; its members are incidents, voids or what else it is about. */
public record Sounding(
        UUID id,
        Instant at,
        String seat,
        String actor,
        String kind,
        String gridCode,
        Integer tier,
        List<String> members,
        Instant acknowledgedAt,
        String acknowledgedBy) {

    /** What a console sends. */
    public record New(String seat, String kind, String gridCode, Integer tier, List<String> members) {}
}

package org.gridward.notice;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A notice to everyone in an area.
 *
 * @param state DRAFT, SENT, RECALLED, CORRECTED
 * @param corrects the broadcast that this one puts right; may be null
 * @param reason why it was recalled or corrected, or why it corrects another
 * @param area GeoJSON MultiPolygon
 * @param receipt what the doors add up to; of a draft, what they would
 */
public record Broadcast(
        UUID id,
        String state,
        int version,
        String titleZh,
        String titleEn,
        String textZh,
        String textEn,
        Instant validFrom,
        Instant validUntil,
        BroadcastPolicy policy,
        String layer,
        UUID incidentId,
        UUID corrects,
        String reason,
        String createdBy,
        Instant createdAt,
        String sentBy,
        Instant sentAt,
        String endedBy,
        Instant endedAt,
        List<String> grids,
        @JsonRawValue String area,
        Receipt receipt) {

    /** {@code doors = told + noChannel}; households are those that the doors say, {@code doorsWithoutCount} say none. */
    public record Receipt(
            long doors,
            long affected,
            long told,
            long noChannel,
            long households,
            long householdsTold,
            long doorsWithoutCount,
            long groups,
            long boards) {}

    /**
     * One channel of a broadcast, GROUP or BOARD. A door counts with its group, or with its board where it has none; a board
     * is delivered when the broadcast is sent, a group when somebody has posted it there.
     */
    public record Delivery(
            String channel,
            String code,
            String nameZh,
            String nameEn,
            int doors,
            int households,
            boolean affected,
            Instant deliveredAt,
            String deliveredBy) {}

    /** A door that nothing reaches: for somebody to knock at. */
    public record Door(String code, String kind, String nameZh, String nameEn, Integer households, boolean affected) {}

    /** What came from the area after it was sent, until it ended or now. */
    public record Complaints(Instant from, Instant until, long count, Map<String, Long> categories) {}

    Broadcast with(Receipt counted) {
        return new Broadcast(
                id,
                state,
                version,
                titleZh,
                titleEn,
                textZh,
                textEn,
                validFrom,
                validUntil,
                policy,
                layer,
                incidentId,
                corrects,
                reason,
                createdBy,
                createdAt,
                sentBy,
                sentAt,
                endedBy,
                endedAt,
                grids,
                area,
                counted);
    }
}

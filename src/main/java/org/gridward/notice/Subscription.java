package org.gridward.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who wants to hear of events.
 *
 * @param gridCode only of what lies in this grid; null: of everything
 * @param categories only of these categories of incidents; empty: of all
 * @param withText whether what the reporter wrote goes along
 */
public record Subscription(
        UUID id,
        UUID targetId,
        String name,
        Channel channel,
        String address,
        List<String> events,
        String gridCode,
        List<String> categories,
        boolean withText,
        boolean active,
        int version,
        String createdBy,
        Instant createdAt) {}

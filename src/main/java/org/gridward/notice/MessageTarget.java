package org.gridward.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * Where messages go, and how that goes.
 *
 * @param ready whether this installation can send that way
 * @param failures in a row
 * @param leftAloneUntil nothing is tried before; null: it is served
 */
public record MessageTarget(
        UUID id,
        Channel channel,
        String address,
        boolean ready,
        int failures,
        Instant leftAloneUntil,
        long waiting,
        long dead,
        Instant oldestWaiting,
        Instant lastSentAt) {}

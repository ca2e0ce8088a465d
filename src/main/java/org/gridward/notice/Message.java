package org.gridward.notice;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * One outgoing message.
 *
 * @param state WAITING, SENT, DEAD (parked), or NO_CARRIER: waiting because this installation cannot send that way
 * @param about the incident or broadcast; may be null
 * @param tries since it was written or last replayed
 * @param payload what is sent, as JSON
 */
public record Message(
        UUID id,
        String subscription,
        Channel channel,
        String address,
        String event,
        UUID about,
        String state,
        int tries,
        int replays,
        Instant createdAt,
        Instant nextTryAt,
        Instant sentAt,
        String lastError,
        int version,
        @JsonRawValue String payload) {}

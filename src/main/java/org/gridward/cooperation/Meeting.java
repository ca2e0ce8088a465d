package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/** One meeting; attendance is JSON: seat (null for a guest), party, person of each who came. */
public record Meeting(
        UUID id,
        UUID deliberationId,
        int ordinal,
        Instant heldAt,
        String place,
        String minutes,
        @JsonRawValue String attendance,
        int seatsTaken,
        boolean quorate,
        String recordedBy,
        Instant recordedAt) {}

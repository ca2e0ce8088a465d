package org.gridward.notice;

import java.time.Instant;

/**
 * A broadcast as a board shows it; English may be null.
 *
 * @param state SENT, or RECALLED with the reason
 * @param correction whether it corrects an earlier one; reason says why
 * @param affected whether what hangs beside the board lies in the area, or is only told
 */
public record BoardNotice(
        String state,
        String titleZh,
        String titleEn,
        String textZh,
        String textEn,
        Instant validFrom,
        Instant validUntil,
        Instant sentAt,
        Instant endedAt,
        String reason,
        boolean correction,
        boolean affected) {}

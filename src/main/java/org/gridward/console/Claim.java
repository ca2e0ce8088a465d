package org.gridward.console;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody has said to be working on a case.
 *
 * @param seenAt the last sign of life of any of the holder's consoles; null: none is known
 * @param takenFrom who had it before and gave no sign; null: nobody
 */
public record Claim(UUID incident, String number, String holder, Instant claimedAt, Instant seenAt, String takenFrom) {}

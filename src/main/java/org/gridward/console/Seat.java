package org.gridward.console;

import java.time.Instant;
import java.util.UUID;

/** A console that is open: whose, which case it shows (null: none) since when, and its last sign of life. */
public record Seat(String holder, String seat, UUID incident, Instant openedAt, Instant seenAt) {}

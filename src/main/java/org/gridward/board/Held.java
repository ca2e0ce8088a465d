package org.gridward.board;

import java.time.Instant;
import java.util.UUID;

/** A report that is held for a look: kept durably, and known by its id. */
public record Held(UUID id, HoldReason why, Instant receivedAt) {}

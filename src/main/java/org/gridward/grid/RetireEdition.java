package org.gridward.grid;

import java.time.Instant;

/** End the edition of a layer that is in force at {@code validFrom} at that instant; nothing follows it. */
public record RetireEdition(String layer, Instant validFrom, String reason) {}

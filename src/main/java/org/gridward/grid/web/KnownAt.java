package org.gridward.grid.web;

import java.time.Instant;
import org.gridward.platform.Instants;

/** Reads the known time that a list was asked with and keeps it in the link to the next page. */
final class KnownAt {

    private KnownAt() {}

    /** The known time, or null for now. */
    static Instant of(String text) {
        return Instants.parseOrNull(text, "/knownAt");
    }

    static String path(String path, Instant knownAt) {
        return knownAt == null ? path : path + "?knownAt=" + knownAt;
    }
}

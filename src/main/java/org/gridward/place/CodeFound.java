package org.gridward.place;

import java.util.Optional;

/** What a scanned text is; the spot is there for a code in force and for one that was replaced. */
public record CodeFound(Standing standing, Optional<PlaceSpot> spot, String reason) {

    /** Of a signed code or an unsigned token. */
    public enum Standing {
        IN_FORCE,
        REPLACED,
        /** Has the form of a signed code and was not signed here. */
        FORGED,
        UNKNOWN
    }

    static CodeFound nothing(Standing standing) {
        return new CodeFound(standing, Optional.empty(), null);
    }
}

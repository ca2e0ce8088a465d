package org.gridward.evidence;

import java.util.UUID;

/** What a photo belongs to: an incident, or a report that is held for a look. */
public record Owner(Kind kind, UUID id) {

    /** Of the two. */
    public enum Kind {
        INCIDENT,
        HELD_REPORT
    }

    /** An incident. */
    public static Owner incident(UUID id) {
        return new Owner(Kind.INCIDENT, id);
    }

    /** A report that is held. */
    public static Owner held(UUID id) {
        return new Owner(Kind.HELD_REPORT, id);
    }
}

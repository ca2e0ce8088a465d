package org.gridward.campaign;

import java.util.UUID;

/** What a campaign came from or called for: an INCIDENT, a WHISTLE, the record of a MEETING. */
public record Link(Kind kind, UUID ref) {

    public enum Kind {
        INCIDENT,
        WHISTLE,
        MEETING
    }
}

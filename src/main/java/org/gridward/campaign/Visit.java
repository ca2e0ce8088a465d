package org.gridward.campaign;

import java.time.Instant;
import java.util.UUID;

/** A check of an item, by DAY or NIGHT; done, by whom, whether it was fine, and the finding are null before it was made. */
public record Visit(
        UUID id,
        UUID item,
        String ref,
        int ordinal,
        String part,
        Instant dueFrom,
        Instant dueUntil,
        Instant doneAt,
        String doneBy,
        Boolean fine,
        String finding) {

    /** A visit was made: at an instant, fine or not. */
    public record Made(UUID id, Instant at, Boolean fine, String finding) {}
}

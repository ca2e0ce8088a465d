package org.gridward.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The link of a screen on a wall, without its secret.
 *
 * @param name where it hangs
 * @param jurisdiction a grid code that stands for itself and everything below it, or {@link Actor#WHOLE_CITY}
 * @param endsAt null: until it is revoked
 * @param seenAt when a screen last used it, to a minute
 */
public record WallToken(
        UUID id,
        String name,
        String jurisdiction,
        String madeBy,
        Instant madeAt,
        Instant endsAt,
        String revokedBy,
        Instant revokedAt,
        Instant seenAt) {

    /** Who reads by this link: nobody with a role, so that it opens nothing but the wall. */
    public Actor reader() {
        return new Actor("wall " + id, Set.of(), jurisdiction, Optional.empty());
    }
}

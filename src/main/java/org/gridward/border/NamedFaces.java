package org.gridward.border;

import java.time.Instant;
import java.util.Optional;
import org.gridward.responsibility.GapNames;
import org.springframework.stereotype.Component;

/** Tells whoever asks who is responsible which standing gap or overlap holds a spot. */
@Component
class NamedFaces implements GapNames {

    private final StandingFaces standing;

    NamedFaces(StandingFaces standing) {
        this.standing = standing;
    }

    @Override
    public Optional<String> gap(String layer, double lon, double lat, Instant at, Instant knownAt) {
        return standing.named(layer, lon, lat, at, knownAt);
    }
}

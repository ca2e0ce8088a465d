package org.gridward.border;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries of a layer's register to list.
 *
 * @param states none: those that the borders of the time leave
 * @param kinds none: both
 * @param at under the borders in force then; null: now
 * @param knownAt as the register of editions and this one knew then; null: now. With the same instant twice the answer is the
 *     register as it stood then
 */
public record RegisterFilter(String layer, Set<FaceState> states, Set<FaceKind> kinds, Instant at, Instant knownAt) {

    boolean fits(FaceRegister.Stored one) {
        StandingFace face = one.face();
        boolean state = states.isEmpty() ? one.standing() : states.contains(face.state());
        return state && (kinds.isEmpty() || kinds.contains(face.kind()));
    }

    /** The address of the list, without limit and cursor. */
    String path() {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/api/v1/layers/" + layer + "/register");
        if (!states.isEmpty()) {
            uri.queryParam("state", states.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
        }
        if (!kinds.isEmpty()) {
            uri.queryParam("kind", kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
        }
        if (at != null) {
            uri.queryParam("at", at.toString());
        }
        if (knownAt != null) {
            uri.queryParam("knownAt", knownAt.toString());
        }
        return uri.build().toUriString();
    }
}

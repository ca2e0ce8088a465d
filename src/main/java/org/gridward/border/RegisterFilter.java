package org.gridward.border;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries of a layer's register to list.
 *
 * @param states none: those that stand
 * @param kinds none: both
 * @param at as known then; null: now
 */
public record RegisterFilter(String layer, Set<FaceState> states, Set<FaceKind> kinds, Instant at) {

    boolean fits(StandingFace face) {
        boolean state = states.isEmpty() ? face.state() != FaceState.FIXED : states.contains(face.state());
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
        return uri.build().toUriString();
    }
}

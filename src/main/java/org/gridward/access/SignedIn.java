package org.gridward.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The principal of a signed-in request: the actor, and the version of the user's row that was read. */
public record SignedIn(Actor actor, long version) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return actor.name();
    }

    /** {@code ROLE_X} for each role. */
    public List<GrantedAuthority> authorities() {
        return actor.roles().stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    /** The signed-in user of an authentication; empty for anonymous and none. */
    public static Optional<SignedIn> of(Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}

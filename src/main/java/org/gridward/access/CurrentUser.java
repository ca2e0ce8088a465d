package org.gridward.access;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who asks in the request of this thread. */
@Component
public class CurrentUser {

    /** The signed-in user; {@link Actor#RESIDENT} when nobody is signed in. */
    public Actor get() {
        return SignedIn.of(SecurityContextHolder.getContext().getAuthentication())
                .map(SignedIn::actor)
                .orElse(Actor.RESIDENT);
    }
}

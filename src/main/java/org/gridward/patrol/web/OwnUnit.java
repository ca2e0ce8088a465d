package org.gridward.patrol.web;

import java.util.Optional;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.access.Role;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/**
 * Keeps patrols to their own unit: whoever is that unit, or answers for the whole city, may write or read its track. A unit
 * named for a patrol of the whole city is the one its page begins with.
 */
@Component
class OwnUnit {

    private final CurrentUser user;

    OwnUnit(CurrentUser user) {
        this.user = user;
    }

    /** @throws Problem 403 when a patrol that is another unit asks; a patrol that is bound to no unit may speak for any */
    Actor require(String unit) {
        Actor actor = user.get();
        Optional<String> own = boundTo(actor);
        if (own.isPresent() && !own.get().equals(unit)) {
            throw Problem.forbidden(
                    "other-unit", "You are the unit '" + own.get() + "'; the track of '" + unit + "' is not yours.");
        }
        return actor;
    }

    /** The one unit that the asker may see, or empty for every unit. */
    Optional<String> only() {
        return boundTo(user.get());
    }

    private static Optional<String> boundTo(Actor actor) {
        boolean watches = actor.has(Role.DISPATCHER)
                || actor.has(Role.PLANNER)
                || actor.has(Role.ADMIN)
                || actor.jurisdiction().equals(Actor.WHOLE_CITY);
        return watches ? Optional.empty() : actor.unit();
    }
}

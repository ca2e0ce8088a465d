package org.gridward.deadline.web;

import org.gridward.access.Actor;
import org.gridward.platform.Problem;

/** Who may change what holds for the whole city. */
final class WholeCity {

    private WholeCity() {}

    /** @throws Problem 403 for somebody who answers for a part of the city only */
    static Actor require(Actor actor) {
        if (!actor.jurisdiction().equals(Actor.WHOLE_CITY)) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "This holds for the whole city, and '" + actor.name() + "' answers for " + actor.jurisdiction()
                            + " only.");
        }
        return actor;
    }
}

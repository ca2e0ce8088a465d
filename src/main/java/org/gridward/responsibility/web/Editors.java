package org.gridward.responsibility.web;

import org.gridward.access.Actor;
import org.gridward.platform.Problem;

/** Who may change the roster: whoever the access rules let in, within their jurisdiction. */
final class Editors {

    private Editors() {}

    /** @throws Problem 403 for somebody who answers for a part of the city only */
    static Actor wholeCity(Actor actor) {
        if (!actor.jurisdiction().equals(Actor.WHOLE_CITY)) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "This holds for the whole city, and '" + actor.name() + "' answers for " + actor.jurisdiction()
                            + " only.");
        }
        return actor;
    }

    /** @throws Problem 403 for a grid outside the actor's jurisdiction */
    static Actor of(Actor actor, String gridCode) {
        if (gridCode == null || gridCode.isBlank()) {
            return wholeCity(actor);
        }
        if (!actor.mayActIn(gridCode)) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "The grid " + gridCode + " lies outside the jurisdiction " + actor.jurisdiction() + " of '"
                            + actor.name() + "'.");
        }
        return actor;
    }
}

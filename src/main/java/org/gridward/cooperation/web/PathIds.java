package org.gridward.cooperation.web;

import java.util.UUID;
import org.gridward.platform.Problem;

/** The ids in paths. */
final class PathIds {

    private PathIds() {}

    /** @throws Problem 404 for a text that is no UUID: there is no such thing */
    static UUID of(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.notFound(
                    "unknown-" + what.replace(' ', '-'), "There is no " + what + " '" + text + "'; ids are UUIDs.");
        }
    }

    static UUID incident(String text) {
        return of(text, "incident");
    }
}

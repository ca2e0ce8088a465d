package org.gridward.dispatch.web;

import java.util.UUID;
import org.gridward.platform.Problem;

/** Ids in paths. */
final class Paths {

    private Paths() {}

    /** @throws Problem 404 for what is no UUID */
    static UUID incident(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.notFound("unknown-incident", "There is no incident '" + text + "'; ids are UUIDs.");
        }
    }

    /** @throws Problem 404 for what is no number */
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            throw Problem.notFound("unknown-id", "There is nothing with the id '" + text + "'; ids here are numbers.");
        }
    }
}

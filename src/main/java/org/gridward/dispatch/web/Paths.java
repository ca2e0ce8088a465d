package org.gridward.dispatch.web;

import java.util.UUID;
import org.gridward.platform.Problem;

/** Ids in paths and versions in headers. */
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

    /** @throws Problem 428 when the header is missing, 412 when it is no version that this server gave */
    static int version(String header) {
        if (header == null || header.isBlank()) {
            throw Problem.preconditionRequired(
                    "version-missing", "A change needs If-Match with the ETag of what you have read.");
        }
        try {
            return Integer.parseInt(header.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException unreadable) {
            throw Problem.stale("stale", "If-Match " + header + " is no version of this; read it again.");
        }
    }
}

package org.gridward.console.web;

import org.gridward.platform.Problem;

/** Reads the version of a thing of this room out of If-Match. */
final class IfMatch {

    private IfMatch() {}

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

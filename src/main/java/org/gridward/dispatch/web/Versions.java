package org.gridward.dispatch.web;

import org.gridward.platform.Problem;

/** Reads the version of an incident out of If-Match. */
final class Versions {

    private Versions() {}

    /** @throws Problem 428 when the header is missing, 412 when it is no version that this server gave */
    static int of(String header) {
        if (header == null || header.isBlank()) {
            throw Problem.preconditionRequired(
                    "version-missing", "A change needs If-Match with the ETag of the incident that you have read.");
        }
        String text = header.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw Problem.stale(
                    "stale-incident", "If-Match " + header + " is no version of this incident; read it again.");
        }
    }
}

package org.gridward.notice.web;

import org.gridward.platform.Problem;

/** The version of a thing of this room in an ETag and in If-Match. */
final class IfMatch {

    private IfMatch() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws Problem 428 when the header is missing, 412 when it is no version that this server gave */
    static int version(String header) {
        if (header == null || header.isBlank()) {
            throw Problem.preconditionRequired(
                    "version-missing", "A change needs If-Match with the ETag of what you have read.");
        }
        try {
            return Integer.parseInt(header.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException foreign) {
            throw Problem.stale("stale-version", "If-Match " + header + " is no ETag of this thing; read it again.");
        }
    }
}

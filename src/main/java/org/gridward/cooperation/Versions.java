package org.gridward.cooperation;

import org.gridward.platform.Problem;

/** The version of a thing of this room, in its ETag and in If-Match. */
public final class Versions {

    private Versions() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws Problem 428 when the header is missing, 412 when it is no version that this server gave */
    public static int read(String header) {
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

    static void require(int seen, int now, String what) {
        if (seen != now) {
            throw Problem.stale(
                    "stale",
                    "The " + what + " is at version " + now + ", not " + seen + "; read it again, then decide.");
        }
    }
}

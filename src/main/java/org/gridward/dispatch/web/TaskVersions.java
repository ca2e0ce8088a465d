package org.gridward.dispatch.web;

import org.gridward.platform.Problem;

/** The version of a task in an ETag and in If-Match. */
final class TaskVersions {

    private TaskVersions() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws Problem 428 when the header is missing, 412 when it is no version that this server gave */
    static int read(String header) {
        if (header == null || header.isBlank()) {
            throw Problem.preconditionRequired(
                    "version-missing", "A change needs If-Match with the ETag of the task that you have read.");
        }
        try {
            return Integer.parseInt(header.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException unreadable) {
            throw Problem.stale("stale-task", "If-Match " + header + " is no version of this task; read it again.");
        }
    }
}

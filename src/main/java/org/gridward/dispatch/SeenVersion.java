package org.gridward.dispatch;

import org.gridward.incident.Standing;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;

/** Whether a change of an incident is based on the version that it has. */
final class SeenVersion {

    private SeenVersion() {}

    /** @throws Problem 412 {@code stale-incident} */
    static void require(Standing standing, int version) {
        if (!VersionTag.matches(version, standing.version())) {
            throw Problem.stale(
                    "stale-incident",
                    "Incident " + standing.number() + " is at version " + standing.version() + ", not " + version
                            + "; read it again and decide anew.");
        }
    }
}

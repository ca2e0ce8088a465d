/** Keeps photos beside the database, and says how well a claim of being somewhere agrees with the track of who claims it. */
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"incident", "patrol", "place", "grid", "access", "geometry", "geodesy", "platform"})
package org.gridward.evidence;

import org.springframework.modulith.ApplicationModule;

/** Knows where patrol units are and went, and what they were asked to walk. */
@ApplicationModule(
        displayName = "Patrol",
        allowedDependencies = {"datum", "access", "grid", "geometry", "geodesy", "platform"})
package org.gridward.patrol;

import org.springframework.modulith.ApplicationModule;

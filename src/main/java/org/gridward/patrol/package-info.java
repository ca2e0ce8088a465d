/** Knows where patrol units are and went, and what they were asked to walk. */
@ApplicationModule(
        displayName = "Patrol",
        allowedDependencies = {"access", "grid", "geometry", "geodesy", "platform"})
package org.gridward.patrol;

import org.springframework.modulith.ApplicationModule;

/** Shows a screen on a wall how the districts stand, to whoever has its link; no person and no text of a reporter is in it. */
@ApplicationModule(
        displayName = "Wall",
        allowedDependencies = {"access", "grid", "geodesy", "geometry", "platform"})
package org.gridward.wall;

import org.springframework.modulith.ApplicationModule;

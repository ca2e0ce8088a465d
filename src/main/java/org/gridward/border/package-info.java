/** Keeps the standing register of gaps and overlaps, says what changes hands between drawings, and ranks risky borders. */
@ApplicationModule(
        displayName = "Border",
        allowedDependencies = {"platform", "geometry", "geodesy", "grid", "access", "responsibility"})
package org.gridward.border;

import org.springframework.modulith.ApplicationModule;

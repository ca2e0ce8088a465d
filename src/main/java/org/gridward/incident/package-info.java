/** Holds the life of an incident: what was reported, where it lies in the grids of its own time, what was done. */
@ApplicationModule(
        displayName = "Incident",
        allowedDependencies = {"datum", "grid", "place", "access", "geometry", "geodesy", "platform"})
package org.gridward.incident;

import org.springframework.modulith.ApplicationModule;

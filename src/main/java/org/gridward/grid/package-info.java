/** Says which grids hold a point at a time, as known at a time; keeps the layers and their editions. */
@ApplicationModule(
        displayName = "Grid",
        allowedDependencies = {"platform", "geometry", "geodesy"})
package org.gridward.grid;

import org.springframework.modulith.ApplicationModule;

/** Watches where positions come from and says when a source's positions do not fit the datum that it names. */
@ApplicationModule(
        displayName = "Datum",
        allowedDependencies = {"platform", "geometry", "geodesy", "grid"})
package org.gridward.datum;

import org.springframework.modulith.ApplicationModule;

/** Says what codes mean, gives out new ones, and checks that the code of every grid agrees with where it lies. */
@ApplicationModule(
        displayName = "Code",
        allowedDependencies = {"platform", "geometry", "geodesy", "grid", "place", "incident", "access"})
package org.gridward.code;

import org.springframework.modulith.ApplicationModule;

/** Carries files to the other rooms' front doors, and back. */
@ApplicationModule(
        displayName = "Map data",
        allowedDependencies = {
            "platform",
            "geometry",
            "geodesy",
            "datum",
            "grid",
            "place",
            "incident",
            "intake",
            "patrol",
            "responsibility",
            "border",
            "access",
            "dispatch",
            "campaign"
        })
package org.gridward.mapdata;

import org.springframework.modulith.ApplicationModule;

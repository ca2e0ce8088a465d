/** Gets a lead and helpers to an open incident, watches the clocks and chases. */
@ApplicationModule(
        displayName = "Dispatch",
        allowedDependencies = {
            "incident",
            "deadline",
            "responsibility",
            "patrol",
            "place",
            "grid",
            "access",
            "geometry",
            "geodesy",
            "platform"
        })
package org.gridward.dispatch;

import org.springframework.modulith.ApplicationModule;

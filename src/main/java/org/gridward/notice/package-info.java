/** Tells people outside what happens: messages by mail and webhook, the public status of a case, broadcasts to an area. */
@ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {
            "platform",
            "geometry",
            "geodesy",
            "access",
            "grid",
            "place",
            "board",
            "incident",
            "responsibility",
            "dispatch"
        })
package org.gridward.notice;

import org.springframework.modulith.ApplicationModule;

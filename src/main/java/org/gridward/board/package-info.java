/** Serves residents at the codes that hang in the streets: who answers, reports without signing in, and what guards both. */
@ApplicationModule(
        displayName = "Board",
        allowedDependencies = {
            "evidence",
            "incident",
            "responsibility",
            "place",
            "grid",
            "access",
            "geometry",
            "geodesy",
            "platform"
        })
package org.gridward.board;

import org.springframework.modulith.ApplicationModule;

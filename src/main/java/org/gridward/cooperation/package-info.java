/** Brings several bodies together over an incident: whistles, meetings, hard cases, hand-offs, escalation, mediation. */
@ApplicationModule(
        displayName = "Cooperation",
        allowedDependencies = {
            "incident",
            "dispatch",
            "deadline",
            "responsibility",
            "grid",
            "access",
            "geometry",
            "geodesy",
            "platform"
        })
package org.gridward.cooperation;

import org.springframework.modulith.ApplicationModule;

/** Carries what comes from outside to the incident room: orders of the 12345 hotline, chat groups, sensors. */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"incident", "place", "access", "geodesy", "platform"})
package org.gridward.intake;

import org.springframework.modulith.ApplicationModule;

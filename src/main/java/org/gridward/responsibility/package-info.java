/** Says who answers for a grid and a category at a time: teams, roles, duty lists, and the rule that picks the lead. */
@ApplicationModule(
        displayName = "Responsibility",
        allowedDependencies = {"grid", "access", "geometry", "geodesy", "platform"})
package org.gridward.responsibility;

import org.springframework.modulith.ApplicationModule;

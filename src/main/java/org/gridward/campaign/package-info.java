/** Works on many things at once in stages: campaigns and projects, their visits, and what changed around them. */
@ApplicationModule(
        displayName = "Campaign",
        allowedDependencies = {"platform", "geometry", "geodesy", "access", "deadline", "grid", "place", "incident"})
package org.gridward.campaign;

import org.springframework.modulith.ApplicationModule;

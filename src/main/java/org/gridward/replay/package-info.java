/** Says what stood at a past second, and who was in an area and what happened there. */
@ApplicationModule(
        displayName = "Replay",
        allowedDependencies = {"access", "grid", "geometry", "platform"})
package org.gridward.replay;

import org.springframework.modulith.ApplicationModule;

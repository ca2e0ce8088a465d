/** Shows now: one stream of events for every screen. */
@ApplicationModule(
        displayName = "Console",
        allowedDependencies = {"platform"})
package org.gridward.console;

import org.springframework.modulith.ApplicationModule;

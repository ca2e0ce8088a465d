/** Shows now: one stream of events for every screen, its alarms, and what one shift hands to the next. */
@ApplicationModule(
        displayName = "Console",
        allowedDependencies = {"access", "incident", "platform"})
package org.gridward.console;

import org.springframework.modulith.ApplicationModule;

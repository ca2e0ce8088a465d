/** Says when something is due: time limits in versions, China's working days, working hours. */
@ApplicationModule(
        displayName = "Deadline",
        allowedDependencies = {"access", "platform"})
package org.gridward.deadline;

import org.springframework.modulith.ApplicationModule;

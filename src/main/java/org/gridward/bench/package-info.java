/** Measures Gridward against peers in the same run, and compares their answers. Started by {@code ./gridward bench}. */
@ApplicationModule(
        displayName = "Bench",
        allowedDependencies = {"geometry", "platform"})
package org.gridward.bench;

import org.springframework.modulith.ApplicationModule;

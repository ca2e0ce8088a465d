/** Measures the server against peers in the same run, and compares their answers. Started by {@code ./gridward bench}. */
@ApplicationModule(
        displayName = "Bench",
        allowedDependencies = {"platform"})
package org.gridward.bench;

import org.springframework.modulith.ApplicationModule;

/** Counts what became of cases by the standard's counters, per grid, team and department. */
@ApplicationModule(
        displayName = "Evaluation",
        allowedDependencies = {"access", "grid", "geodesy", "geometry", "platform"})
package org.gridward.evaluation;

import org.springframework.modulith.ApplicationModule;

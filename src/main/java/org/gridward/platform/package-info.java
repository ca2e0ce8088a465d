/**
 * Ids, clock, GeoJSON, SQL texts, problems, idempotency, outbox and the command line: what every room stands on,
 * without a word of the domain.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
package org.gridward.platform;

import org.springframework.modulith.ApplicationModule;

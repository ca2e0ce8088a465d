package org.gridward.grid;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once the register of editions is in memory. */
@Component
class GridMapHealthIndicator implements HealthIndicator {

    private final GridMap map;

    GridMapHealthIndicator(GridMap map) {
        this.map = map;
    }

    @Override
    public Health health() {
        return map.isLoaded() ? Health.up().build() : Health.outOfService().build();
    }
}

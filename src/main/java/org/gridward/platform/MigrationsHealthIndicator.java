package org.gridward.platform;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ready once every migration of the database has succeeded. */
@Component
class MigrationsHealthIndicator implements HealthIndicator {

    private static final String DONE = "SELECT count(*) > 0 AND bool_and(success) FROM platform.flyway_schema_history";

    private final JdbcClient jdbc;

    MigrationsHealthIndicator(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        return jdbc.sql(DONE).query(Boolean.class).single()
                ? Health.up().build()
                : Health.outOfService().build();
    }
}

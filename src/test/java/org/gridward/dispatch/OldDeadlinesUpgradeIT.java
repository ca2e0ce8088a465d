package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.gridward.TestCluster;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation that had deadlines before they knew their length keeps them, however long they are. */
class OldDeadlinesUpgradeIT {

    @Test
    void deadlinesOfDaysAreTakenAlong() {
        DataSource source = fresh();
        JdbcClient jdbc = JdbcClient.create(source);
        flyway(source).target("160").load().migrate();
        UUID incident = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO dispatch.deadlines (incident_id, kind, due, profile_version, provisional)
                        SELECT :incident, p.kind, '2026-03-08T00:00:00Z', p.version, false
                        FROM dispatch.deadline_profiles p WHERE p.version = 1 AND p.kind IN ('CLOSE', 'REVISIT')""").param("incident", incident).update();

        flyway(source).load().migrate();

        assertThat(jdbc.sql("SELECT length_us FROM dispatch.deadlines WHERE incident_id = :incident ORDER BY length_us")
                        .param("incident", incident)
                        .query(Long.class)
                        .list())
                .containsExactly(24 * 3_600_000_000L, 5 * 24 * 3_600_000_000L);
    }

    @Test
    void whoTookTheNextMigrationBeforePassesThisOneOver() {
        DataSource source = fresh();
        flyway(source).load().migrate();
        JdbcClient.create(source)
                .sql("DELETE FROM platform.flyway_schema_history WHERE version = '160.1'")
                .update();

        assertThat(flyway(source).load().migrate().migrationsExecuted).isZero();
        assertThat(flyway(source).load().validateWithResult().validationSuccessful)
                .isTrue();
    }

    private static DataSource fresh() {
        TestCluster.Database database = TestCluster.shared().fresh();
        return new DriverManagerDataSource(database.url(), database.user(), database.password());
    }

    /** As application.yaml configures it. */
    private static FluentConfiguration flyway(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .defaultSchema("platform")
                .createSchemas(true)
                .ignoreMigrationPatterns("*:ignored", "*:future");
    }
}

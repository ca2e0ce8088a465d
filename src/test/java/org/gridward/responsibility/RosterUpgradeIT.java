package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.gridward.TestCluster;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation with teams of its own keeps them, and the rule that it has answered by, when it learns two times. */
class RosterUpgradeIT {

    @Test
    void whatWasThereBeforeIsKnownSinceEverAndTheOldRuleStaysForThePast() {
        TestCluster.Database database = TestCluster.shared().fresh();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        JdbcClient jdbc = JdbcClient.create(source);
        flyway(source).target("091").load().migrate();
        jdbc.sql("""
                        INSERT INTO responsibility.teams (layer, grid_code, template, name_zh, name_en, partners)
                        VALUES ('joint-area', 'J', 'COUNCIL', '会', 'Council', '{A,B}'), ('grid', 'A', '1+3+N', '队', 'A', '{}')""").update();
        jdbc.sql("""
                        INSERT INTO responsibility.members (team_id, role, label_zh, label_en, valid)
                        SELECT id, 'GRID_HEAD', '网格长', 'Head', tstzrange('2025-01-01', 'infinity')
                        FROM responsibility.teams WHERE grid_code = 'A'""").update();

        flyway(source).load().migrate();

        assertThat(list(
                        jdbc,
                        "SELECT version::text FROM responsibility.rule_periods WHERE valid @> '2025-06-01'::timestamptz"
                                + " AND upper(known) = 'infinity'"))
                .containsExactly("1");
        assertThat(list(
                        jdbc,
                        "SELECT version::text FROM responsibility.rule_periods WHERE valid @> '2100-01-01'::timestamptz"
                                + " AND upper(known) = 'infinity'"))
                .containsExactly("2");
        assertThat(list(
                        jdbc,
                        "SELECT version::text FROM responsibility.rule_periods"
                                + " WHERE valid @> '2100-01-01'::timestamptz AND known @> '2025-06-01'::timestamptz"))
                .as("as known before the change")
                .containsExactly("1");
        assertThat(list(jdbc, "SELECT array_to_string(partners, '+') FROM responsibility.joint_areas"))
                .containsExactly("A+B");
        assertThat(list(jdbc, "SELECT label_zh FROM responsibility.members WHERE lower(known) = '-infinity'"))
                .containsExactly("网格长");
        assertThat(list(jdbc, "SELECT subject FROM responsibility.rule_rows WHERE version = 1 AND precedence = 20"))
                .containsExactly("LAYER");
    }

    private static FluentConfiguration flyway(DataSource source) {
        return Flyway.configure().dataSource(source).defaultSchema("platform").createSchemas(true);
    }

    private static List<String> list(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

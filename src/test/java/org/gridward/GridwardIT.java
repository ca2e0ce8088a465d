package org.gridward;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * Boots the whole application on a fresh database of the throw-away cluster, on a random port. Tests with the same
 * properties share one application and so one database; one that needs its own adds a property with
 * {@code @TestPropertySource}. There is no management port: its server outlives the application, and a hundred of them fill the
 * memory; a test that asks there sets {@code management.server.port=0}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=-1",
            "spring.datasource.hikari.minimum-idle=0",
            "spring.datasource.hikari.idle-timeout=10000",
            "GRIDWARD_HOME=target/test-home",
            "GRIDWARD_JURISDICTION=122.0,29.9,122.4,30.25"
        })
@ContextConfiguration(initializers = GridwardIT.FreshDatabase.class)
public @interface GridwardIT {

    /** Points the data source at a new database. */
    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestCluster.Database database = TestCluster.shared().migrated();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh database",
                            Map.of(
                                    "spring.datasource.url", database.url(),
                                    "spring.datasource.username", database.user(),
                                    "spring.datasource.password", database.password())));
        }
    }
}

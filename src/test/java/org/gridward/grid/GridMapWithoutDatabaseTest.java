package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The database goes away in the very second in which the server starts: the server must wait for it, not end. */
class GridMapWithoutDatabaseTest {

    private final DriverManagerDataSource nobody = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nobody");
    private final JdbcClient jdbc = JdbcClient.create(nobody);
    private final GridMap map = new GridMap(
            new Layers(jdbc),
            new EditionRegister(jdbc),
            new DecisionRegister(jdbc),
            new LayerMaps(new GridShapes(new JdbcTemplate(nobody), jdbc, JsonMapper.shared()), 0),
            Clock.systemUTC());

    @Test
    void whatListensToTheStartSurvivesALostDatabase() {
        Method[] listeners = Arrays.stream(GridMap.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventListener.class))
                .toArray(Method[]::new);
        assertThat(listeners).hasSize(1);
        assertThatCode(() -> listeners[0].invoke(map)).doesNotThrowAnyException();
        assertThat(map.isLoaded()).isFalse();
    }
}

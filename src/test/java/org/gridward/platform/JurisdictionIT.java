package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridward.GridwardIT;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
class JurisdictionIT {

    @Autowired
    Jurisdiction jurisdiction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesItsBoxFromTheEnvironment() {
        assertThat(jurisdiction.box()).isEqualTo(new Envelope(122.0, 122.4, 29.9, 30.25));
    }

    @Test
    void theStoreRefusesShapesOutsideTheBoxEmptyOrBroken() {
        assertThat(sound("POINT(122.1 30)")).isTrue();
        assertThat(sound("POINT(30 122.1)")).isFalse();
        assertThat(sound("POINT(NaN 30)")).isFalse();
        assertThat(sound("POLYGON EMPTY")).isFalse();
        assertThat(sound("POLYGON((122.1 30, 122.2 30.1, 122.2 30, 122.1 30.1, 122.1 30))"))
                .isFalse();
        assertThat(sound("POLYGON((122.1 30, 122.2 30, 122.2 30.1, 122.1 30.1, 122.1 30))"))
                .isTrue();
    }

    @Test
    void refusesATextThatIsNoBox() {
        assertThatThrownBy(() -> jurisdiction.set("122,29.9,121,30"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("122,29.9,121,30");
    }

    private boolean sound(String wkt) {
        return jdbc.sql(Sql.of("platform/is_sound_shape"))
                .param("wkt", wkt)
                .param("max", 100)
                .query(Boolean.class)
                .single();
    }
}

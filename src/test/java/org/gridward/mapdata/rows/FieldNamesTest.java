package org.gridward.mapdata.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class FieldNamesTest {

    private static final List<String> FIELDS = List.of("category", "occurred_at", "lon", "lat");

    @Test
    void findsTheUsualNamesInAnyCase() {
        FieldNames names = FieldNames.of(List.of("DATE", "Primary Type", "经度", "LATITUDE"), Map.of(), FIELDS);
        assertThat(names.column("occurred_at")).contains("DATE");
        assertThat(names.column("category")).contains("Primary Type");
        assertThat(names.column("lon")).contains("经度");
        assertThat(names.column("lat")).contains("LATITUDE");
    }

    @Test
    void takesTheUsersWordBeforeTheUsualOne() {
        FieldNames names = FieldNames.of(
                List.of("category", "kind_of_event", "lon", "beat"),
                Map.of("kind_of_event", "category", "BEAT", "attr:beat"),
                FIELDS);
        assertThat(names.column("category")).contains("kind_of_event");
        assertThat(names.attributes()).containsExactly(Map.entry("beat", "beat"));
    }

    @Test
    void namesAMissingColumnOrFieldWithThoseThereAre() {
        assertThatThrownBy(() -> FieldNames.of(List.of("a", "b"), Map.of("c", "lon"), FIELDS))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'c'")
                .hasMessageContaining("[a, b]");
        assertThatThrownBy(() -> FieldNames.of(List.of("a"), Map.of("a", "colour"), FIELDS))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'colour'")
                .hasMessageContaining("category");
        FieldNames names = FieldNames.of(List.of("a"), Map.of(), FIELDS);
        assertThatThrownBy(() -> names.require("lat"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'lat'");
    }
}

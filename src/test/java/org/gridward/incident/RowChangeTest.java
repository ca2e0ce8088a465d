package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowChangeTest {

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"CLOSE", "VOID", "MERGE"})
    void whatIsOverIsSupervisedNoMore(Action action) {
        RowChange change = RowChange.of(action, Map.of("into", "x", "how", "CLEARED"), Instant.EPOCH, 0);

        assertThat(change.columns()).containsEntry(Condition.SUPERVISED.column(), false);
    }
}

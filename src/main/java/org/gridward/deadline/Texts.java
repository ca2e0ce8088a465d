package org.gridward.deadline;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Columns of rows for a statement that takes arrays; null stays null. */
final class Texts {

    private Texts() {}

    static <T> String[] of(List<T> rows, Function<T, Object> field) {
        return rows.stream()
                .map(field)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }
}

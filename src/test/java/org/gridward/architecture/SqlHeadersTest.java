package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every statement in a file says what it is for, what goes in, what comes out and which index carries it. */
class SqlHeadersTest {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):[a-zA-Z]\\w*|\\?");
    private static final Pattern FILE = Pattern.compile(".*/sql/[a-z]+/[a-z]+(?:_[a-z0-9]+)+\\.sql");

    @Test
    void explainsEveryStatement() {
        List<String> complaints = new ArrayList<>();
        for (SourceTree.SourceFile file : SourceTree.files("src/main/resources/sql", ".sql")) {
            complaint(file.path(), file.text()).ifPresent(complaints::add);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void wouldMissAHeader() {
        String header = "-- Lists the things of one box.\n-- Parameters: box.\n-- Output: id. Index: things_geom.\n";

        assertThat(complaint("a/sql/grid/list_things.sql", header + "SELECT id FROM grid.things WHERE box = :box"))
                .isEmpty();
        assertThat(complaint("a/sql/grid/list_things.sql", "SELECT 1")).isPresent();
        assertThat(complaint("a/sql/grid/list_things.sql", "-- Lists things. Index: none.\nSELECT :a"))
                .isPresent();
        assertThat(complaint("a/sql/grid/list_things.sql", "-- Lists things.\nSELECT 1"))
                .isPresent();
        assertThat(complaint("a/sql/grid/Things.sql", header + "SELECT :box")).isPresent();
    }

    private static Optional<String> complaint(String path, String sql) {
        String header = SqlText.header(sql).toLowerCase(java.util.Locale.ROOT);
        if (!FILE.matcher(path).matches()) {
            return Optional.of(path + " is not named <verb>_<noun>.sql");
        }
        if (header.isBlank()) {
            return Optional.of(path + " has no comment at its top that says its purpose");
        }
        if (PARAMETER.matcher(SqlText.bare(sql)).find() && !header.contains("parameters")) {
            return Optional.of(path + " takes parameters and does not list them in its header");
        }
        if (!header.matches("(?s).*\\b(index|indexes|key|keys|constraint|pkey)\\b.*") && !header.contains("_pkey")) {
            return Optional.of(path + " does not name the index it relies on (or that it relies on none)");
        }
        return Optional.empty();
    }
}

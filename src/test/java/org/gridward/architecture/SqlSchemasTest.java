package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A room's SQL touches its own schema, {@code platform} and {@code published}, wherever it is written. */
class SqlSchemasTest {

    private static final String SQL = "src/main/resources/sql";
    private static final String MIGRATIONS = "src/main/resources/db/migration";
    private static final String JAVA = "src/main/java/org/gridward";

    private static final Set<String> SCHEMAS = Set.of(
            "platform",
            "published",
            "notice",
            "campaign",
            "grid",
            "place",
            "incident",
            "responsibility",
            "deadline",
            "dispatch",
            "evaluation",
            "replay",
            "board",
            "evidence",
            "patrol",
            "access",
            "console",
            "mapdata",
            "coverage",
            "planning",
            "border",
            "code",
            "datum",
            "intake",
            "cooperation",
            "wall");

    /** The benchmark measures the rooms from outside, against SQL of its own on their tables. */
    private static final Set<String> OUTSIDERS = Set.of("bench");

    private static final Set<String> OPEN_TO_ALL = Set.of("platform", "published");

    /** The first word of a migration's name is the room whose schema it changes, whatever its number. */
    private static final Pattern MIGRATION = Pattern.compile("V(\\d{3})(?:_\\d)?__([a-z]+)(?:_[a-z]+)*\\.sql");

    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(?:select|insert|update|delete|with|truncate|copy|lock)\\b.*", Pattern.DOTALL);

    @Test
    void keepsEveryStatementInItsRoomsSchema() {
        List<String> strays = new ArrayList<>();
        for (SourceTree.SourceFile file : SourceTree.files(SQL, ".sql")) {
            strays.addAll(strays(file.path(), file.folderBelow(SQL), file.text()));
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void keepsEveryMigrationInItsRoomsSchema() {
        List<String> strays = new ArrayList<>();
        for (SourceTree.SourceFile file : SourceTree.files(MIGRATIONS, ".sql")) {
            Matcher name = MIGRATION.matcher(file.folderBelow(MIGRATIONS));
            assertThat(name.matches())
                    .as("%s is named V001__words.sql (or V001_1 between two)", file.path())
                    .isTrue();
            assertThat(SCHEMAS).as("the room of %s", file.path()).contains(name.group(2));
            strays.addAll(strays(file.path(), name.group(2), file.text()));
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void keepsSqlInsideJavaInItsRoomsSchema() {
        List<String> strays = new ArrayList<>();
        for (SourceTree.SourceFile file : SourceTree.files(JAVA, ".java")) {
            for (String literal : JavaText.literals(file.text())) {
                if (STATEMENT.matcher(literal.toLowerCase(Locale.ROOT)).matches()) {
                    strays.addAll(strays(file.path(), file.folderBelow(JAVA), literal));
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void wouldSeeAStrangersTable() {
        String sql = """
                -- grid.layers in a comment is no use of it
                SELECT i.id, 'grid.layers' FROM incident.incidents i JOIN grid.grids g ON g.code = i.grid_code,
                     platform.outbox
                """;

        assertThat(strays("x.sql", "incident", sql)).containsExactly("x.sql names grid.grids");
        assertThat(strays("x.sql", "grid", sql)).containsExactly("x.sql names incident.incidents");
        assertThat(strays("x.sql", "grid", "UPDATE Access.Users SET name = 'x'"))
                .containsExactly("x.sql names access.users");
        assertThat(strays("x.sql", "grid", "DELETE FROM \"patrol\".\"fixes\"")).hasSize(1);
    }

    private static List<String> strays(String path, String room, String sql) {
        return SqlText.names(sql, SCHEMAS).stream()
                .filter(name -> !OUTSIDERS.contains(room))
                .filter(name -> !name.startsWith(room + "."))
                .filter(name -> !OPEN_TO_ALL.contains(name.substring(0, name.indexOf('.'))))
                .map(name -> path + " names " + name)
                .toList();
    }
}

package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no source file may hold, and how long it may be. */
class JavaSourcesTest {

    private static final int MAX_LINES = 300;
    private static final int MAX_SQL_LINES = 6;

    /** Files that may be longer, each with the reason: none now. */
    private static final Map<String, String> ARGUED = Map.of();

    private static final Pattern SPATIAL = Pattern.compile("\\bST_[A-Za-z]");
    private static final Pattern SQL = Pattern.compile("(?is)\\s*(select|insert|update|delete|with)\\s.*");

    /** Written so that this file does not find itself. */
    private static final Map<String, Pattern> LEFTOVERS = Map.of(
            "a note of work left undone", Pattern.compile("\\b(TO[D]O|FIX[M]E|X[X]X)\\b"),
            "a sleep", Pattern.compile("Thread\\s*\\.\\s*sl[e]ep"),
            "a test switched off", Pattern.compile("@Dis[a]bled"),
            "a mock", Pattern.compile("org\\.mo[c]kito|Mo[c]kito(Bean)?\\b"),
            "a path of one machine", Pattern.compile("/wo[r]k/|/ho[m]e/[a-z]"));

    @Test
    void keepsSpatialSqlOutOfJava() {
        assertThat(found(SourceTree.files("src/main/java", ".java"), JavaSourcesTest::hasSpatialSql))
                .isEmpty();
        assertThat(hasSpatialSql("String s = \"SELECT ST_Area(geom)\";")).isTrue();
        assertThat(hasSpatialSql("String s = \"\"\"\n  SELECT \\\"x\\\", ST_Area(geom)\n  \"\"\";"))
                .isTrue();
        assertThat(hasSpatialSql("// ST_Area is PostGIS's\nchar c = '\"'; int ST_X = 1;"))
                .isFalse();
    }

    @Test
    void keepsLongSqlOutOfJava() {
        assertThat(found(SourceTree.files("src/main/java", ".java"), JavaSourcesTest::hasLongSql))
                .isEmpty();
        assertThat(hasLongSql("sql(\"\"\"\nSELECT a,\nb,\nc,\nd,\ne\nFROM f\nWHERE g\n\"\"\")"))
                .isTrue();
        assertThat(hasLongSql("sql(\"\"\"\nSELECT a\nFROM f\n\"\"\")")).isFalse();
    }

    @Test
    void leavesNothingUndoneAsleepSwitchedOffOrMocked() {
        LEFTOVERS.forEach((name, pattern) -> assertThat(
                        found(everything(), text -> pattern.matcher(text).find()))
                .as(name)
                .isEmpty());
        assertThat(LEFTOVERS.values().stream()
                        .filter(pattern -> pattern.matcher("// TO" + "DO later; Thread." + "sleep(1)")
                                .find()))
                .hasSize(2);
    }

    @Test
    void keepsFilesShort() {
        List<String> tooLong = found(everything(), text -> lines(text) > MAX_LINES);

        assertThat(tooLong).isSubsetOf(ARGUED.keySet());
        assertThat(lines("x\n".repeat(301))).isGreaterThan(MAX_LINES);
    }

    @Test
    void keepsTheMedianFileUnderAHundredLines() {
        List<Integer> sizes = SourceTree.files("src/main/java", ".java").stream()
                .map(file -> lines(file.text()))
                .sorted()
                .toList();

        assertThat(sizes.get(sizes.size() / 2)).isLessThan(100);
    }

    private static List<SourceTree.SourceFile> everything() {
        return Stream.of(
                        SourceTree.files("src", ".java"),
                        SourceTree.files("src", ".sql"),
                        SourceTree.files("web", ".js"),
                        SourceTree.files("web", ".mjs"),
                        SourceTree.files("web", ".css"),
                        SourceTree.files("web", ".html"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> found(List<SourceTree.SourceFile> files, java.util.function.Predicate<String> fault) {
        List<String> paths = new ArrayList<>();
        for (SourceTree.SourceFile file : files) {
            if (fault.test(file.text())) {
                paths.add(file.path());
            }
        }
        return paths;
    }

    private static boolean hasSpatialSql(String source) {
        return JavaText.literals(source).stream()
                .anyMatch(literal -> SPATIAL.matcher(literal).find());
    }

    private static boolean hasLongSql(String source) {
        return JavaText.literals(source).stream()
                .anyMatch(literal -> SQL.matcher(literal).matches()
                        && literal.strip().lines().count() > MAX_SQL_LINES);
    }

    private static int lines(String text) {
        return (int) text.lines().count();
    }
}

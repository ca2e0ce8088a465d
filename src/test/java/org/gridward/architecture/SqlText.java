package org.gridward.architecture;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes SQL apart far enough to see which schemas it names. */
final class SqlText {

    private static final Pattern COMMENT_OR_STRING =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'[^']*+(?:''[^']*+)*+'", Pattern.DOTALL);
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\w.:])\"?([a-z_]+)\"?\\s*\\.\\s*\"?([a-z_]\\w*)\"?");

    private SqlText() {}

    /** The SQL without comments and string constants. The bodies of functions between $$ stay. */
    static String bare(String sql) {
        return COMMENT_OR_STRING.matcher(sql).replaceAll(" ");
    }

    /** The names {@code schema.thing} whose first word is one of the schemas. */
    static Set<String> names(String sql, Set<String> schemas) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = QUALIFIED.matcher(bare(sql).toLowerCase(java.util.Locale.ROOT));
        while (matcher.find()) {
            if (schemas.contains(matcher.group(1))) {
                names.add(matcher.group(1) + "." + matcher.group(2));
            }
        }
        return names;
    }

    /** The comment lines before the first statement. */
    static String header(String sql) {
        StringBuilder header = new StringBuilder();
        for (String line : sql.split("\n")) {
            if (!line.startsWith("--")) {
                break;
            }
            header.append(line.substring(2).strip()).append('\n');
        }
        return header.toString();
    }
}

package org.gridward.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes Java source apart far enough to tell its string literals from its comments. */
final class JavaText {

    private static final Pattern TOKENS = Pattern.compile(
            "\"\"\"(?<block>(?:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+)\"\"\""
                    + "|\"(?<string>(?:[^\"\\\\\\n]++|\\\\.)*+)\""
                    + "|'(?:[^'\\\\\\n]|\\\\.)+'"
                    + "|//[^\\n]*"
                    + "|/\\*.*?\\*/",
            Pattern.DOTALL);

    private JavaText() {}

    /** The contents of all string literals and text blocks, as written. */
    static List<String> literals(String source) {
        List<String> literals = new ArrayList<>();
        Matcher matcher = TOKENS.matcher(source);
        while (matcher.find()) {
            String block = matcher.group("block");
            String string = matcher.group("string");
            if (block != null || string != null) {
                literals.add(block != null ? block : string);
            }
        }
        return literals;
    }
}

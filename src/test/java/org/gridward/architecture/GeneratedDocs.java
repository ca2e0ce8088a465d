package org.gridward.architecture;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The committed pages that tests write: docs/generated. A page that no longer says what the code says is written anew
 * and fails the test, so that the change is looked at and committed; {@code -Dbless} accepts it at once.
 */
public final class GeneratedDocs {

    private static final Path FOLDER = Path.of("docs/generated");

    private GeneratedDocs() {}

    /** Compares a page of docs/generated with what it should say. */
    public static void check(String name, String text) {
        check(FOLDER.resolve(name), text, System.getProperty("bless") != null);
    }

    /** Compares the part of a hand-written page between {@code <!-- part -->} and {@code <!-- /part -->} with what it should say. */
    public static void checkPart(String page, String part, String text) {
        Path file = Path.of("docs").resolve(page);
        try {
            String written = Files.readString(file);
            String begin = "<!-- " + part + " -->\n";
            String end = "<!-- /" + part + " -->";
            int from = written.indexOf(begin) + begin.length();
            int to = written.indexOf(end);
            if (from < begin.length() || to < from) {
                fail(file + " has no part '" + part + "'");
            }
            check(file, written.substring(0, from) + text + written.substring(to), System.getProperty("bless") != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(Path page, String text, boolean blessed) {
        try {
            String committed = Files.exists(page) ? Files.readString(page) : "";
            if (committed.equals(text)) {
                return;
            }
            Files.createDirectories(page.getParent());
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!blessed) {
            fail(page + " no longer said what the code says and has been written anew: look at the change, commit it");
        }
    }
}

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

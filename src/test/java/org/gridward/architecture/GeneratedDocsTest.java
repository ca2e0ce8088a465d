package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedDocsTest {

    @Test
    void failsOnceWhenAPageHasDriftedAndLeavesItRight(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("generated/page.md");

        assertThatThrownBy(() -> GeneratedDocs.check(page, "new", false)).isInstanceOf(AssertionError.class);
        assertThat(Files.readString(page)).isEqualTo("new");
        assertThatCode(() -> GeneratedDocs.check(page, "new", false)).doesNotThrowAnyException();
        assertThatCode(() -> GeneratedDocs.check(page, "newer", true)).doesNotThrowAnyException();
        assertThat(Files.readString(page)).isEqualTo("newer");
    }
}

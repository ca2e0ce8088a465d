package org.gridward.mapdata.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedFileTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatIsInTheWayOfAFileThatCannotBeWritten() {
        assertThatThrownBy(() -> new FinishedFile(folder.resolve("none/a.csv")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.detail()).contains("there is no folder"));
        assertThatThrownBy(() -> new FinishedFile(folder))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.detail()).contains("it is a folder"));
        assertThatThrownBy(() -> new FinishedFile(Path.of("/dev/null")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.detail()).contains("no ordinary file"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFileAppearsWhenItIsWhole() throws IOException {
        Path target = folder.resolve("a.csv");
        try (FinishedFile file = new FinishedFile(target)) {
            file.out().write('x');
            assertThat(target).doesNotExist();
            file.finish();
        }
        assertThat(Files.readString(target)).isEqualTo("x");
        assertThat(folder.resolve("a.csv.part")).doesNotExist();
    }
}

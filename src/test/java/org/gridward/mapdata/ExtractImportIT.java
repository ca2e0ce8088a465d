package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.platform.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Runs the import lines of map-data/README.md as they stand there, on an installation without the demo city. */
@GridwardIT
@TestPropertySource(properties = "gridward.test=extract")
@ExtendWith(OutputCaptureExtension.class)
class ExtractImportIT {

    private static final Path FOLDER = Path.of("map-data");
    private static final String PROGRAM = "../../gridward ";

    @Autowired
    List<Command> commands;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theReadmesLinesImportTheWholeExtract(CapturedOutput output) throws Exception {
        List<List<String>> lines = lines();
        assertThat(lines).hasSize(8);
        for (List<String> words : lines) {
            assertThat(run(words)).as(String.join(" ", words)).isZero();
        }
        assertThat(output)
                .contains("147 grids", "places: read 4,276 row(s), 0 bad, stored 4,276")
                .contains("incidents: read 500 row(s), 0 bad, stored 500", "tracks: read 909 row(s), 0 bad, stored 909")
                .containsPattern("layer=micro-grid edition=\\S+ ruleVersion=2 in=500 placed=500 ");
        assertThat(jdbc.sql("SELECT count(*) FROM place.places WHERE lamp_post IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private static List<List<String>> lines() throws Exception {
        List<List<String>> lines = new ArrayList<>();
        String shared = "";
        for (String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
            if (line.startsWith("G=\"")) {
                shared = line.substring(3, line.length() - 1);
            } else if (line.startsWith(PROGRAM + "import")) {
                String words = line.substring(PROGRAM.length()).replace("$G", shared);
                lines.add(List.of(words.split(" +")));
            }
        }
        return lines;
    }

    private int run(List<String> words) throws Exception {
        List<String> rest = new ArrayList<>(words.subList(1, words.size()));
        int last = rest.size() - 1;
        rest.set(last, FOLDER.resolve("extract").resolve(rest.get(last)).toString());
        return commands.stream()
                .filter(command -> command.name().equals(words.get(0)))
                .findFirst()
                .orElseThrow()
                .run(rest);
    }
}

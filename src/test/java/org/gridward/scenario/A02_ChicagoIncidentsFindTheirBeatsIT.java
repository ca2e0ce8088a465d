package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.platform.Command;
import org.gridward.platform.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Fifty thousand real incidents of Chicago and its real police beats, joined with a receipt. */
@GridwardIT
@TestPropertySource(properties = "GRIDWARD_JURISDICTION=-88.0,41.6,-87.4,42.1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class A02_ChicagoIncidentsFindTheirBeatsIT {

    private static final Path DATA = Path.of(
            System.getProperty("GRIDWARD_DATA", System.getenv().getOrDefault("GRIDWARD_DATA", "../shared/data")));

    record Joined(long rows, long equal, long differing) {}

    record Official(long rows, long equal) {}

    @Autowired
    List<Command> commands;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void dataIsThere() {
        assumeThat(Files.isDirectory(DATA))
                .as("real data at GRIDWARD_DATA (%s)", DATA)
                .isTrue();
    }

    @Test
    @Order(1)
    void simplifiedBeatsAreRefusedWithTheirOverlapsCounted(CapturedOutput output, @TempDir Path folder)
            throws Exception {
        Path errors = folder.resolve("errors.csv");
        assertThat(gridward(
                        "import",
                        "grids",
                        "--layer",
                        "simple-beat",
                        "--valid-from",
                        "2012-12-19",
                        "--zone",
                        "America/Chicago",
                        "--code",
                        "BEAT_NUM",
                        "--errors",
                        errors.toString(),
                        DATA + "/chicago-grids/police_beats_simple.geojson"))
                .isEqualTo(1);
        assertThat(output.getOut()).contains("OVERLAP=372");
        assertThat(Files.readAllLines(errors).stream().filter(line -> line.contains("OVERLAP: ")))
                .hasSize(372)
                .allSatisfy(line -> assertThat(line).containsPattern(" m² at -8\\d\\.\\d+, 4\\d\\.\\d+"));
        assertThat(jdbc.sql("SELECT count(*) FROM grid.editions")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(2)
    void theBeatsAreAdoptedAndTheIncidentsImportedWithAReceiptThatAddsUp(CapturedOutput output) throws Exception {
        assertThat(gridward(
                        "import",
                        "grids",
                        "--layer",
                        "beat",
                        "--valid-from",
                        "2012-12-19",
                        "--zone",
                        "America/Chicago",
                        "--code",
                        "BEAT_NUM",
                        DATA + "/chicago-grids/police_beats.zip.geojson"))
                .isZero();
        assertThat(gridward(
                        "import",
                        "incidents",
                        "--category",
                        "other",
                        "--zone",
                        "America/Chicago",
                        "--map",
                        "Beat=attr:beat",
                        "--layer",
                        "beat",
                        DATA + "/chicago-incidents/sub_all_crime.csv.gz"))
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM incident.incidents")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50_000);
        assertThat(output.getOut()).contains("50,000");
    }

    @Test
    @Order(3)
    void everyStoredBeatIsTheOneOfAnIndependentPostgisJoin() {
        Joined joined =
                jdbc.sql(Sql.of("scenario/join_beats")).query(Joined.class).single();
        assertThat(joined.rows()).isGreaterThan(10_000);
        assertThat(joined.differing()).isZero();
        assertThat(joined.equal()).isEqualTo(joined.rows());
    }

    @Test
    @Order(4)
    void atLeast91PercentOfTheBeatsSince2013AreTheCitysOwn() {
        Official official = jdbc.sql(Sql.of("scenario/compare_official_beats"))
                .query(Official.class)
                .single();
        assertThat(official.equal() / (double) official.rows())
                .as("%s of %s", official.equal(), official.rows())
                .isGreaterThanOrEqualTo(0.91);
    }

    private int gridward(String name, String... words) throws Exception {
        Command command = commands.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return command.run(List.of(words));
    }
}

package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.geodesy.RealData;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.platform.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
@ExtendWith(OutputCaptureExtension.class)
class ImportIncidentsIT {

    private static final String HEADER = "number,category,description,occurred_at,lon,lat,beat\n";

    @TempDir
    Path folder;

    @Autowired
    List<Command> commands;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
    }

    private int run(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("incidents", "--errors", errors().toString()));
        all.addAll(Arrays.asList(words));
        return commands.stream()
                .filter(command -> command.name().equals("import"))
                .findFirst()
                .orElseThrow()
                .run(all);
    }

    private Path errors() {
        return folder.resolve("errors.csv");
    }

    private String write(String text) throws Exception {
        return Files.writeString(folder.resolve("in.csv"), text).toString();
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM incident.incidents")
                .query(Long.class)
                .single();
    }

    @Test
    void placesEachIncidentByTheEditionOfItsOwnTime(CapturedOutput output) throws Exception {
        String csv = HEADER + "i-1,water_leak,漏水,2025-06-01T08:00:00+08:00,122.105,30.005,1\n"
                + "i-2,NOISE,loud,2020-06-01 08:00,122.105,30.005,2\n";
        assertThat(run("--map", "beat=attr:beat", write(csv))).isZero();
        assertThat(output)
                .contains("incidents: read 2 row(s), 0 bad, stored 2")
                .containsPattern("layer=micro-grid edition=\\S+ ruleVersion=2 in=2 placed=1 joint=0 gap=0 outside=1");
        assertThat(grid("i-1")).contains(TestTown.micro(0, 0));
        assertThat(grid("i-2")).isEmpty();
        assertThat(jdbc.sql("SELECT attributes ->> 'beat' FROM incident.incidents WHERE number = 'i-2'")
                        .query(String.class)
                        .single())
                .isEqualTo("2");
    }

    private List<String> grid(String number) {
        return jdbc.sql("""
                        SELECT g.grid_code FROM incident.incident_grids g JOIN incident.incidents i ON i.id = g.incident_id
                        WHERE i.number = :number""").param("number", number).query(String.class).list();
    }

    @Test
    void refusesAnUnknownCategoryUnlessTheUserSaysWhatItBecomes() throws Exception {
        long before = count();
        String csv = HEADER + "c-1,ARSON,x,2025-06-01 08:00,122.105,30.005,1\n";
        assertThat(run(write(csv))).isEqualTo(1);
        assertThat(Files.readString(errors())).contains("ARSON", "it is no category", "--category other");
        assertThat(count()).isEqualTo(before);
        assertThat(run("--category", "other", write(csv))).isZero();
        assertThat(jdbc.sql("SELECT category || ' ' || (attributes ->> 'external_category') FROM incident.incidents"
                                + " WHERE number = 'c-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("other ARSON");
        assertThat(run("--category", "nonsense", write(csv))).isEqualTo(1);
    }

    @Test
    void namesEveryKindOfBadRow() throws Exception {
        long before = count();
        String csv = HEADER + "b-1,noise,x,yesterday,122.105,30.005,1\n" + "b-2,noise,x,2099-01-01,122.105,30.005,1\n"
                + "b-3,noise,x,,122.105,30.005,1\n" + "b-4,noise,x,2025-06-01,,30.005,1\n"
                + "b-5,noise,x,2025-06-01,9.5,30.005,1\n" + "b-6,,x,2025-06-01,122.105,30.005,1\n"
                + "b-7,noise," + "x".repeat(4001) + ",2025-06-01,122.105,30.005,1\n" + "b-8,noise,x,2025-06-01,122.1\n"
                + "b-9,noise,x,2025-06-01,122.105,30.005,1\n";
        assertThat(run(write(csv))).isEqualTo(1);
        List<String> lines = Files.readAllLines(errors());
        assertThat(lines.subList(1, lines.size()))
                .hasSize(8)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1,occurred_at,yesterday,it is no time"),
                        line -> assertThat(line).startsWith("2,occurred_at,2099-01-01,it lies in the future"),
                        line -> assertThat(line).startsWith("3,occurred_at,,there is no occurred_at"),
                        line -> assertThat(line).startsWith("4,lon,,there is no position"),
                        line -> assertThat(line).startsWith("5,lon,9.5 30.005,").contains("outside the jurisdiction"),
                        line -> assertThat(line).startsWith("6,category,,there is no category"),
                        line -> assertThat(line).startsWith("7,description,").contains("too long"),
                        line -> assertThat(line).startsWith("8,lat,").contains("the header names 7"));
        assertThat(count()).isEqualTo(before);
        assertThat(run("--skip-bad-rows", write(csv))).isZero();
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void joinsADateAndAnHourOfTheGivenZone() throws Exception {
        String csv =
                "number,type,day,h,lon,lat\nh-1,noise,2025-07-09,22,122.105,30.005\nh-2,noise,2025-07-09,24,122.105,30.005\n";
        assertThat(run(
                        "--map",
                        "type=category",
                        "--map",
                        "day=occurred_date",
                        "--map",
                        "h=occurred_hour",
                        "--zone",
                        "America/Chicago",
                        write(csv)))
                .isZero();
        assertThat(jdbc.sql("SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24') FROM incident.incidents"
                                + " WHERE number IN ('h-1', 'h-2') ORDER BY number")
                        .query(String.class)
                        .list())
                .containsExactly("2025-07-10 03", "2025-07-10 05");
    }

    @Test
    void storesNothingWhenANumberIsTakenAlready(CapturedOutput output) throws Exception {
        String csv = HEADER + "n-1,noise,x,2025-06-01,122.105,30.005,1\nn-2,noise,x,2025-06-01,122.105,30.005,1\n";
        assertThat(run(write(csv))).isZero();
        long before = count();
        assertThat(run(write(csv.replace("n-2", "n-3")))).isEqualTo(1);
        assertThat(count()).isEqualTo(before);
        assertThat(output).contains("n-1");
    }

    @Test
    void readsTheTwoChicagoFilesWithoutAnyMapping(CapturedOutput output) throws Exception {
        Path data = RealData.folder("chicago-incidents");
        assumeThat(Files.exists(data)).as("no real data at %s", data).isTrue();
        // This installation's jurisdiction is elsewhere: every row must be read, and then be refused as outside.
        assertThat(run(
                        "--dry-run",
                        "--category",
                        "other",
                        "--zone",
                        "America/Chicago",
                        data.resolve("sub_all_crime.csv.gz").toString()))
                .isEqualTo(1);
        assertThat(output).contains("read 50,000 row(s), 50,000 bad");
        assertThat(Files.readAllLines(errors()).get(1)).contains("outside the jurisdiction");
        assertThat(run(
                        "--dry-run",
                        "--category",
                        "other",
                        "--zone",
                        "America/Chicago",
                        data.resolve("Crimes_-_2001_to_Present.csv").toString()))
                .isEqualTo(1);
        List<String> lines = Files.readAllLines(errors());
        assertThat(lines).hasSize(5447);
        // 317 rows lack a position; the last of them because the file is cut in the middle of it, which is said
        // instead.
        assertThat(lines.stream().filter(line -> line.contains("there is no position")))
                .hasSize(316);
        assertThat(lines.get(5446)).startsWith("5446,").contains("the row may be cut off");
    }
}

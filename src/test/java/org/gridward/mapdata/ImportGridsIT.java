package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.platform.Command;
import org.gridward.platform.GeoJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@GridwardIT
@ExtendWith(OutputCaptureExtension.class)
class ImportGridsIT {

    @TempDir
    Path folder;

    @Autowired
    List<Command> commands;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
    }

    private int run(String... words) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--errors", errors().toString()));
        return commands.stream()
                .filter(command -> command.name().equals("import"))
                .findFirst()
                .orElseThrow()
                .run(all);
    }

    private Path errors() {
        return folder.resolve("errors.csv");
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String square(String code, double west, double south, double east, double north) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\",\"name\":\"n\"},\"geometry\":"
                + json.writeValueAsString(
                        GeoJson.toMap(GeoJson.FACTORY.toGeometry(new Envelope(west, east, south, north))))
                + "}";
    }

    private String grids(String name, String... features) throws Exception {
        return write(name, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private int importGrids(String layer, String file, String... more) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("grids", "--layer", layer, "--valid-from", "2025-01-01", "--code", "code", "--name", "name"));
        words.addAll(Arrays.asList(more));
        words.add(file);
        return run(words.toArray(String[]::new));
    }

    @Test
    void adoptsAnEditionAndJoinsTheIslandsOfOneCode(CapturedOutput output) throws Exception {
        String file = grids(
                "g.geojson",
                square("a", 122.1, 30, 122.15, 30.05),
                square("b", 122.2, 30, 122.21, 30.01),
                square("b", 122.22, 30, 122.23, 30.01));
        assertThat(importGrids("islands", file, "--kind", "free")).isZero();
        assertThat(output).contains("read 3 record(s), 2 grid(s)").contains("valid from 2024-12-31T16:00:00Z");
        assertThat(map.find("islands").orElseThrow().owner(122.225, 30.005)).contains("b");
    }

    @Test
    void countsEveryFaultOfTheTopologyGateAndLeavesNoLayerBehind(CapturedOutput output) throws Exception {
        String file = grids(
                "overlap.geojson",
                square("a", 122.1, 30, 122.15, 30.05),
                square("b", 122.14, 30, 122.2, 30.05),
                square("c", 122.19, 30, 122.25, 30.05));
        assertThat(importGrids("overlapping", file)).isEqualTo(1);
        assertThat(output).contains("OVERLAP=2").contains("Nothing was stored");
        assertThat(Files.readString(errors())).contains("OVERLAP").contains("a b");
        assertThat(layers.find("overlapping")).isEmpty();
    }

    @Test
    void refusesARepeatedCodeWhosePartsAreNoIslands(CapturedOutput output) throws Exception {
        String file =
                grids("dup.geojson", square("a", 122.1, 30, 122.15, 30.05), square("a", 122.12, 30, 122.16, 30.05));
        assertThat(importGrids("doubled", file, "--kind", "free")).isEqualTo(1);
        assertThat(output).contains("DUPLICATE_CODE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Polygon\",\"coordinates\":[[[122.1,30],[122.2,30.1],[122.2,30],[122.1,30.1],[122.1,30]]]}|INVALID_SHAPE",
                "{\"type\":\"Polygon\",\"coordinates\":[[[179,30],[-179,30],[-179,31],[179,31],[179,30]]]}|jurisdiction",
                "{\"type\":\"Polygon\",\"coordinates\":[]}|empty",
                "{\"type\":\"Point\",\"coordinates\":[122.1,30]}|no polygon",
                "{\"type\":\"GeometryCollection\",\"geometries\":[]}|GeometryCollection",
                "null|no shape"
            })
    void refusesShapesThatAreNoGrid(String cell) throws Exception {
        String geometry = cell.substring(0, cell.lastIndexOf('|'));
        String feature =
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"z\",\"name\":\"n\"},\"geometry\":" + geometry + "}";
        assertThat(importGrids("shapes", grids("s.geojson", feature), "--kind", "free"))
                .isEqualTo(1);
        assertThat(Files.readString(errors())).contains(cell.substring(cell.lastIndexOf('|') + 1));
        assertThat(layers.find("shapes")).isEmpty();
    }

    @Test
    void refusesAGridWhoseCodeColumnIsMissing(CapturedOutput output) throws Exception {
        String file = grids("g.geojson", square("a", 122.1, 30, 122.15, 30.05));
        assertThat(run("grids", "--layer", "l", "--valid-from", "2025-01-01", "--code", "GRIDNO", file))
                .isEqualTo(1);
        assertThat(output).contains("'GRIDNO'").contains("[code, name]");
    }

    @Test
    void checksGridsWithoutAdoptingThemOnADryRun(CapturedOutput output) throws Exception {
        String file = grids("g.geojson", square("a", 122.1, 30, 122.15, 30.05));
        assertThat(importGrids("dry", file, "--dry-run")).isZero();
        assertThat(layers.find("dry")).isEmpty();
        assertThat(output).contains("dry run");
    }
}

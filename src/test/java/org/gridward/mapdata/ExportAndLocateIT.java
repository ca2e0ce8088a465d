package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Place;
import org.gridward.place.Places;
import org.gridward.platform.Command;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GridwardIT
@ExtendWith(OutputCaptureExtension.class)
class ExportAndLocateIT {

    private static final String POINTS = "id,lon,lat\na,122.105,30.005\nb,122.3,30.2\nc,,\n";

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
    Places places;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
    }

    private int run(String... words) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        return commands.stream()
                .filter(command -> command.name().equals(all.get(0)))
                .findFirst()
                .orElseThrow()
                .run(all.subList(1, all.size()));
    }

    private int locateInMarch(String in, String out, String receipt) throws Exception {
        String words = "locate --layer micro-grid --at 2026-03-01 --known-at 2126-03-01 IN -o OUT --receipt RECEIPT";
        return run(Arrays.stream(words.split(" "))
                .map(word -> switch (word) {
                    case "IN" -> path(in);
                    case "OUT" -> path(out);
                    case "RECEIPT" -> path(receipt);
                    default -> word;
                })
                .toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "csv"})
    void importsItsOwnExportOfGridsAsTheSameGrids(String format) throws Exception {
        String file = path("grids." + format);
        String copy = "copy-" + format;
        assertThat(run("export", "grids", "--layer", "micro-grid", "-o", file)).isZero();
        assertThat(run(
                        "import",
                        "grids",
                        "--layer",
                        copy,
                        "--parent",
                        "grid",
                        "--valid-from",
                        "2025-06-01",
                        "--code",
                        "gridCode",
                        "--name",
                        "name",
                        "--name-en",
                        "nameEn",
                        "--parent-code",
                        "parentCode",
                        "--errors",
                        path("e.csv"),
                        file))
                .isZero();
        LayerMap original = map.find("micro-grid").orElseThrow();
        LayerMap again = map.find(copy).orElseThrow();
        assertThat(again.codes()).isEqualTo(original.codes());
        for (String code : original.codes()) {
            assertThat(again.shape(code).equalsExact(original.shape(code)))
                    .as(code)
                    .isTrue();
            assertThat(again.find(code)).isEqualTo(original.find(code));
        }
        assertThat(Files.exists(Path.of(file + ".part"))).isFalse();
    }

    @Test
    void writesPlacesThatASpreadsheetTakesAsTextAndReadsThemBack() throws Exception {
        places.create(new NewPlace(
                "ex-1", "shop", "=cmd|'/C calc'!A0", "a,\"b\"", 122.105, 30.005, Map.of("phone", "+86 1", "area", 12)));
        String file = path("places.csv");
        assertThat(run("export", "places", "--layer", "micro-grid", "--bom", "-o", file))
                .isZero();
        String text = Files.readString(Path.of(file));
        assertThat(text).startsWith("\uFEFFcode,kind,name_zh,name_en,attributes,grid_code,lon,lat\r\n");
        assertThat(text)
                .contains("ex-1,shop,'=cmd|'/C calc'!A0,\"a,\"\"b\"\"\",", TestTown.micro(0, 0) + ",122.105,30.005");
        String renamed = text.lines()
                .filter(line -> line.startsWith("\uFEFF") || line.startsWith("ex-1"))
                .map(line -> line.replace("ex-1", "ex-2"))
                .reduce("", (all, line) -> all + line + "\n");
        Files.writeString(Path.of(path("again.csv")), renamed);
        assertThat(run("import", "places", "--errors", path("e.csv"), path("again.csv")))
                .isZero();
        Place again = places.get("ex-2");
        assertThat(again.attributes()).containsEntry("phone", "+86 1").containsEntry("area", 12);
    }

    @Test
    void writesIncidentsWithTheGridOfALayer() throws Exception {
        Files.writeString(
                Path.of(path("i.csv")),
                "number,category,description,occurred_at,lon,lat\nexp-1,noise,loud,2025-06-01T08:00:00+08:00,122.105,30.005\n");
        assertThat(run("import", "incidents", "--errors", path("e.csv"), path("i.csv")))
                .isZero();
        assertThat(run("export", "incidents", "--layer", "community", "-o", path("i.geojson")))
                .isZero();
        JsonNode features =
                json.readTree(Files.readString(Path.of(path("i.geojson")))).path("features");
        JsonNode found = features.valueStream()
                .map(feature -> feature.path("properties"))
                .filter(properties -> properties.path("number").asString("").equals("exp-1"))
                .findFirst()
                .orElseThrow();
        assertThat(found.path("grid_code").asString()).isEqualTo("330999001001");
        assertThat(found.path("occurred_at").asString()).isEqualTo("2025-06-01T00:00:00Z");
    }

    @Test
    void writesTracksUnitByUnit(CapturedOutput output) throws Exception {
        assertThat(run("export", "tracks", "-o", path("t.csv"))).isZero();
        assertThat(output).contains("tracks to ");
    }

    @Test
    void locatesACsvAndVerifiesItsReceipt(CapturedOutput output) throws Exception {
        Files.writeString(Path.of(path("p.csv")), POINTS);
        assertThat(run(
                        "locate",
                        "--layer",
                        "micro-grid",
                        path("p.csv"),
                        "-o",
                        path("o.csv"),
                        "--receipt",
                        path("r.json")))
                .isZero();
        assertThat(Files.readString(Path.of(path("o.csv"))))
                .isEqualTo("id,lon,lat,grid_code,standing\na,122.105,30.005," + TestTown.micro(0, 0)
                        + ",OWNED\nb,122.3,30.2,,OUTSIDE\nc,,,,INVALID\n");
        assertThat(run("verify-receipt", "--receipt", path("r.json"), path("o.csv")))
                .isZero();
        assertThat(output).contains("the receipt agrees with o.csv and with PostGIS");
        String forged = Files.readString(Path.of(path("o.csv"))).replace(TestTown.micro(0, 0), TestTown.micro(1, 0));
        Files.writeString(Path.of(path("o.csv")), forged);
        assertThat(run("verify-receipt", "--receipt", path("r.json"), path("o.csv")))
                .isEqualTo(1);
        assertThat(output)
                .contains("sha256: the receipt says")
                .contains("row 1 (122.105, 30.005): the file says " + TestTown.micro(1, 0) + ", PostGIS says "
                        + TestTown.micro(0, 0));
        Files.writeString(Path.of(path("o.csv")), forged.replace("b,122.3,30.2,,OUTSIDE\n", ""));
        assertThat(run("verify-receipt", "--receipt", path("r.json"), path("o.csv")))
                .isEqualTo(1);
        assertThat(output).contains("in: the receipt says 3, the file has 2");
    }

    @Test
    void verifiesAStoredReceiptFromTheInputAloneAndFindsAChangedPoint(CapturedOutput output) throws Exception {
        Files.writeString(Path.of(path("p.csv")), POINTS);
        assertThat(run("locate", "--layer", "micro-grid", path("p.csv"), "-o", path("o.csv")))
                .isZero();
        String said = output.getOut();
        String id = said.substring(said.lastIndexOf(" id=") + 4).strip();
        assertThat(run("verify-receipt", id, "--input", path("p.csv"))).isZero();
        Files.writeString(Path.of(path("p.csv")), POINTS.replace("122.105", "122.115"));
        assertThat(run("verify-receipt", id, "--input", path("p.csv"))).isEqualTo(1);
        assertThat(output).contains("sha256: the receipt says");
    }

    @Test
    void checksTheGridsOfEveryIncidentAndFindsAPlantedOne(CapturedOutput output) throws Exception {
        Files.writeString(
                Path.of(path("i.csv")),
                "number,category,description,occurred_at,lon,lat\n"
                        + "chk-1,noise,loud,2025-06-01T08:00:00+08:00,122.105,30.005\n"
                        + "chk-2,noise,loud,2025-06-01T08:00:00+08:00,122.11,30.01\n");
        assertThat(run("import", "incidents", "--errors", path("e.csv"), path("i.csv")))
                .isZero();
        assertThat(run("verify-receipt", "--incidents")).isZero();
        assertThat(output).contains("records of incidents checked by PostGIS, 0 differ");
        jdbc.update("""
                        UPDATE incident.incident_grids SET grid_code = ? WHERE layer = 'micro-grid'
                        AND incident_id = (SELECT id FROM incident.incidents WHERE number = 'chk-1')""", TestTown.micro(3, 3));
        assertThat(run("verify-receipt", "--incidents")).isEqualTo(1);
        assertThat(output)
                .contains("incident chk-1, layer micro-grid, edition")
                .contains("recorded [" + TestTown.micro(3, 3) + "], PostGIS says [" + TestTown.micro(0, 0) + "]");
        jdbc.update(
                "UPDATE incident.incident_grids SET grid_code = ? WHERE grid_code = ? AND layer = 'micro-grid'",
                TestTown.micro(0, 0),
                TestTown.micro(3, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"collection", "lines"})
    void locatesGeoJsonAndGivesTheSameReceiptAsCsv(String form) throws Exception {
        String template = "{\"type\":\"Feature\",\"id\":1,\"properties\":%s,\"geometry\":%s}";
        List<String> features = List.of(
                String.format(template, "{\"n\":1.50}", "{\"type\":\"Point\",\"coordinates\":[122.105,30.005]}"),
                String.format(template, "null", "{\"type\":\"Point\",\"coordinates\":[122.3,30.2]}"),
                String.format(template, "{}", "null"));
        String text = form.equals("lines")
                ? String.join("\n", features)
                : "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "],\"x\":{\"y\":[]}}";
        Files.writeString(Path.of(path("p.geojson")), text);
        Files.writeString(Path.of(path("p.csv")), POINTS);
        assertThat(locateInMarch("p.geojson", "o.geojsonl", "a.json")).isZero();
        assertThat(locateInMarch("p.csv", "o.csv", "b.json")).isZero();
        assertThat(Files.readString(Path.of(path("a.json")))).isEqualTo(Files.readString(Path.of(path("b.json"))));
        assertThat(run("verify-receipt", "--receipt", path("a.json"), path("o.geojsonl")))
                .isZero();
        assertThat(Files.readAllLines(Path.of(path("o.geojsonl"))))
                .hasSize(3)
                .first()
                .asString()
                .contains("\"n\":1.5");
    }

    @Test
    void leavesTheTargetAloneWhenTheWorkFails() throws Exception {
        Files.writeString(Path.of(path("o.csv")), "precious");
        Files.writeString(Path.of(path("p.csv")), "a,b\n1,2\n");
        assertThat(run("locate", "--layer", "micro-grid", path("p.csv"), "-o", path("o.csv")))
                .isEqualTo(1);
        assertThat(run("locate", "--layer", "none", path("p.csv"), "-o", path("o.csv")))
                .isEqualTo(1);
        assertThat(run("export", "grids", "--layer", "none", "-o", path("o.csv")))
                .isEqualTo(1);
        assertThat(Files.readString(Path.of(path("o.csv")))).isEqualTo("precious");
        assertThatThrownBy(() -> run("locate", path("p.csv"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> run("export", "grids", "-o", path("x.csv"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> run("export", "places", "-o", path("x.xlsx"))).isInstanceOf(Problem.class);
    }
}

package org.gridward.mapdata.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonSourceTest {

    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[122,30],[122.1,30],[122.1,30.1],[122,30.1],[122,30]]]}";

    @TempDir
    Path folder;

    private List<Row> rows(String text) throws IOException {
        Path file = folder.resolve("in.geojson");
        Files.writeString(file, text);
        return rows(file);
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (FeatureSource source = SourceFiles.open(file, ReadLimits.GRIDS, Optional.empty())) {
            source.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static String feature(String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"g1\",\"n\":7,\"ok\":true,\"none\":null,\"deep\":{\"a\":[1]}},"
                + "\"geometry\":" + geometry + "}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"name\":\"x\",\"features\":[" + String.join(",", features)
                + "],\"after\":[1]}";
    }

    @Test
    void readsPropertiesAsTextsAndTheShape() throws IOException {
        List<Row> rows = rows(collection(feature(SQUARE), feature("null")));
        assertThat(rows.get(0).fields())
                .containsEntry("code", "g1")
                .containsEntry("n", "7")
                .containsEntry("ok", "true")
                .containsEntry("deep", "{\"a\":[1]}")
                .doesNotContainKey("none");
        assertThat(rows.get(0).shape().toText()).startsWith("POLYGON ((122 30, 122.1 30");
        assertThat(rows.get(1).shape() == null).isTrue();
        assertThat(rows.get(1).fault()).isNull();
    }

    @Test
    void readsOneFeatureALine() throws IOException {
        List<Row> rows =
                rows(feature(SQUARE) + "\n\n" + feature("{\"coordinates\":[122,30,5],\"type\":\"Point\"}") + "\n");
        assertThat(rows).extracting(Row::number).containsExactly(1, 2);
        assertThat(rows.get(1).shape().toText()).isEqualTo("POINT (122 30)");
    }

    @Test
    void readsMembersInAnyOrderAndTheOldCrsMember() throws IOException {
        Path file = folder.resolve("old.geojson");
        Files.writeString(
                file,
                "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4547\"}},"
                        + "\"features\":[{\"geometry\":null,\"type\":\"Feature\",\"id\":5}],\"type\":\"FeatureCollection\"}");
        try (FeatureSource source = SourceFiles.open(file, ReadLimits.GRIDS, Optional.empty())) {
            assertThat(source.crs().orElseThrow().name()).isEqualTo("EPSG:4547");
            assertThat(source.next().fields()).containsEntry("id", "5");
            assertThat(source.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]} | GeometryCollection",
                "{\"type\":\"Polygon\",\"coordinates\":[]} | empty",
                "{\"type\":\"Polygon\",\"coordinates\":[[]]} | 0 positions",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[2,3],[1,2]]]} | 3 positions",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[2,2],[2,3],[1,3]]]} | not closed",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"1\",2],[2,2],[2,3],[1,2]]]} | no number",
                "{\"type\":\"Polygon\",\"coordinates\":[[[null,null],[2,2],[2,3],[1,2]]]} | no number",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,2],[2,2],[2,3],[1,2]]]} | not finite",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1],[2,2],[2,3],[1,2]]]} | 1 numbers",
                "{\"type\":\"Polygon\",\"coordinates\":[[1,2],[2,2],[2,3],[1,2]]} | not nested deeply enough",
                "{\"type\":\"Polygon\",\"coordinates\":[[[[1,2],[2,2],[2,3],[1,2]]]]} | too deeply",
                "{\"type\":\"Point\",\"coordinates\":[[1,2]]} | not one position",
                "{\"type\":\"Point\",\"coordinates\":\"1,2\"} | no list",
                "{\"type\":\"polygon\",\"coordinates\":[[[1,2],[2,2],[2,3],[1,2]]]} | type is not known",
                "{\"coordinates\":[[[1,2],[2,2],[2,3],[1,2]]]} | type is not known",
                "{\"type\":\"Point\"} | no coordinates",
                "{} | no coordinates",
                "\"POINT(1 2)\" | no object",
                "[1,2] | no object"
            })
    void namesWhatIsWrongWithAShapeAndReadsOn(String geometry, String says) throws IOException {
        List<Row> rows = rows(collection(feature(geometry), feature(SQUARE)));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).fault()).isNotNull();
        assertThat(rows.get(0).fault().reason()).contains(says);
        assertThat(rows.get(0).shape() == null).isTrue();
        assertThat(rows.get(1).fault()).isNull();
        assertThat(rows.get(1).shape() != null).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"type\":\"FeatureCollection\"} | no list 'features'",
                "{\"type\":\"FeatureCollection\",\"features\":{}} | not a list",
                "{\"type\":\"Point\",\"coordinates\":[1,2]} | type 'Point'",
                "[1,2] | begin with a JSON object",
                "{\"type\":\"FeatureCollection\",\"features\":[ | no valid JSON",
                "{\"type\":\"FeatureCollection\",\"features\":[NaN]} | no valid JSON",
                "{\"a\":1 | no valid JSON"
            })
    void saysWhyAFileIsNoGeoJson(String text, String says) {
        assertThatThrownBy(() -> rows(text)).isInstanceOf(Problem.class).hasMessageContaining(says);
    }

    @Test
    void marksARecordThatIsNoFeature() throws IOException {
        List<Row> rows = rows(collection("null", "7", "{\"type\":\"feature\"}", feature(SQUARE)));
        assertThat(rows).extracting(row -> row.fault() == null).containsExactly(false, false, false, true);
    }

    @Test
    void refusesCollectionsNestedTenThousandDeepWithoutOverflow() {
        String nested = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(10_000) + "]}".repeat(10_000);
        assertThatThrownBy(() -> rows(collection(feature(nested))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("limit");
        String arrays = "{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThatThrownBy(() -> rows(collection(feature(arrays))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("limit");
    }

    @Test
    void refusesAPolygonOfAMillionAndOneVerticesAsOneFault() throws IOException {
        Path file = folder.resolve("million.geojson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":null,");
            out.write("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
            for (int i = 0; i < 1_000_000; i++) {
                double angle = 2 * Math.PI * i / 1_000_000;
                out.write("[" + (122 + 0.1 * Math.cos(angle)) + "," + (30 + 0.1 * Math.sin(angle)) + "],");
            }
            out.write("[122.1,30.0]]]}}," + feature(SQUARE) + "]}");
        }
        List<Row> rows = rows(file);
        assertThat(rows.get(0).fault().reason()).contains("more than 200000 positions");
        assertThat(rows.get(1).fault()).isNull();
    }

    @Test
    void refusesMoreFeaturesThanTheLimit() throws IOException {
        Path file = folder.resolve("many.geojsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 250_001; i++) {
                out.write("{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}\n");
            }
        }
        assertThatThrownBy(() -> rows(file)).isInstanceOf(Problem.class).hasMessageContaining("250000");
    }

    @Test
    void refusesANumberOfAMillionDigitsAndALongName() {
        String digits = "{\"type\":\"Point\",\"coordinates\":[1." + "1".repeat(1_000_000) + ",2]}";
        assertThatThrownBy(() -> rows(collection(feature(digits)))).isInstanceOf(Problem.class);
        String name = "{\"" + "n".repeat(100_000) + "\":1,\"type\":\"Point\",\"coordinates\":[1,2]}";
        assertThatThrownBy(() -> rows(collection(feature(name)))).isInstanceOf(Problem.class);
    }
}

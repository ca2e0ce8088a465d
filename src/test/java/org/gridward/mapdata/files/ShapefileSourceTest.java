package org.gridward.mapdata.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapefileSourceTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final double[] SHELL = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
    private static final double[] HOLE = {2, 2, 4, 2, 4, 4, 2, 4, 2, 2};
    private static final double[] ISLAND = {20, 0, 20, 5, 25, 5, 25, 0, 20, 0};

    @TempDir
    Path folder;

    private static ShapefileWriter sample() {
        return new ShapefileWriter("编码", "名称")
                .polygon(new double[][] {SHELL, HOLE}, "330999001", "海燕湾街道")
                .polygon(new double[][] {HOLE, ISLAND, SHELL}, "330999002", "渔港");
    }

    private static Map<String, byte[]> parts(ShapefileWriter writer, Charset charset) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("towns.shp", writer.shp());
        parts.put("towns.dbf", writer.dbf(charset));
        return parts;
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return Files.write(folder.resolve("in.zip"), bytes.toByteArray());
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (FeatureSource source = SourceFiles.open(file, ReadLimits.GRIDS, Optional.empty())) {
            source.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void sortsRingsIntoShellsAndHoles() throws IOException {
        List<Row> rows = rows(zip(parts(sample(), StandardCharsets.UTF_8)));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).shape().getArea()).isEqualTo(96);
        assertThat(rows.get(1).shape().getGeometryType()).isEqualTo("MultiPolygon");
        assertThat(rows.get(1).shape().getArea()).isEqualTo(96 + 25);
        assertThat(rows.get(1).shape().isValid()).isTrue();
    }

    @Test
    void readsChineseNamesAndValuesInGbkAndUtf8WithAndWithoutCpg() throws IOException {
        for (Charset charset : List.of(GBK, StandardCharsets.UTF_8)) {
            Map<String, byte[]> parts = parts(sample(), charset);
            assertThat(rows(zip(parts)).get(0).fields())
                    .containsEntry("编码", "330999001")
                    .containsEntry("名称", "海燕湾街道");
            String cpg = charset.equals(GBK) ? "936" : "UTF-8";
            parts.put("TOWNS.CPG", cpg.getBytes(StandardCharsets.US_ASCII));
            assertThat(rows(zip(parts)).get(1).fields()).containsEntry("名称", "渔港");
        }
    }

    @Test
    void readsTheCoordinateSystemOfThePrj() throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        parts.put(
                "towns.prj",
                ("GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]")
                        .getBytes(StandardCharsets.US_ASCII));
        try (FeatureSource source = SourceFiles.open(zip(parts), ReadLimits.GRIDS, Optional.empty())) {
            assertThat(source.crs().orElseThrow().isLonLat()).isTrue();
            assertThat(source.columns()).containsExactly("编码", "名称");
        }
    }

    @Test
    void refusesAPrjThatIsNoCoordinateSystem() throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        parts.put("towns.prj", "LOCAL_NONSENSE".getBytes(StandardCharsets.US_ASCII));
        Path zip = zip(parts);
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(Problem.class).hasMessageContaining("--crs");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void saysThatAZipIsCutOff(double share) throws IOException {
        byte[] whole = Files.readAllBytes(zip(parts(sample(), GBK)));
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, (int) (whole.length * share)));
        assertThatThrownBy(() -> rows(cut)).isInstanceOf(Problem.class).hasMessageContaining("cut off or damaged");
    }

    @Test
    void saysThatAShapefileInsideAWholeZipIsCutOff() throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        parts.put("towns.shp", Arrays.copyOf(parts.get("towns.shp"), 250));
        Path zip = zip(parts);
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(Problem.class).hasMessageContaining("cut off or damaged");
        parts.put("towns.dbf", Arrays.copyOf(parts.get("towns.dbf"), 40));
        Path second = zip(parts);
        assertThatThrownBy(() -> rows(second)).isInstanceOf(Problem.class).hasMessageContaining("cut off or damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.shp", "a/../../evil.txt", "/etc/evil", "..\\evil.shp", "C:\\evil.shp", "C:evil"})
    void refusesNamesThatLeadOutOfTheZip(String name) throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        parts.put(name, new byte[] {1});
        Path zip = zip(parts);
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(Problem.class).hasMessageContaining("leads out");
        assertThat(Files.exists(folder.resolveSibling("evil.shp"))).isFalse();
    }

    @Test
    void refusesAZipInsideAZip() throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        parts.put("more.zip", new byte[] {'P', 'K', 3, 4});
        Path zip = zip(parts);
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(Problem.class).hasMessageContaining("another archive");
    }

    @Test
    void refusesAZipBombByItsDeclaredSize() throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        parts.put("towns.shp", new byte[30_000_000]);
        Path zip = zip(parts);
        assertThat(Files.size(zip)).isLessThan(100_000);
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(Problem.class).hasMessageContaining("bomb");
    }

    @Test
    void stopsReadingABombThatLiesAboutItsSize() throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        byte[] shp = Arrays.copyOf(parts.get("towns.shp"), 100 + 30_000_000);
        ByteBuffer.wrap(shp).putInt(104, 14_000_000);
        parts.put("towns.shp", shp);
        byte[] lying = Files.readAllBytes(zip(parts));
        ByteBuffer bytes = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < lying.length - 46; i++) { // the size in the central directory
            if (bytes.getInt(i) == 0x02014b50 && bytes.getInt(i + 24) > 1_000_000) {
                bytes.putInt(i + 24, 2_000);
            }
        }
        Path zip = Files.write(folder.resolve("lying.zip"), lying);
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesAZipOfTooManyEntries() throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        for (int i = 0; i < 201; i++) {
            parts.put("n" + i + ".txt", new byte[] {1});
        }
        Path zip = zip(parts);
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(Problem.class).hasMessageContaining("203 entries");
    }

    @Test
    void asksForExactlyOneShapefile() throws IOException {
        Map<String, byte[]> parts = parts(sample(), GBK);
        parts.put("second.shp", sample().shp());
        Path two = zip(parts);
        assertThatThrownBy(() -> rows(two)).isInstanceOf(Problem.class).hasMessageContaining("towns.shp, second.shp");
        Path none = zip(Map.of("readme.txt", new byte[] {1}));
        assertThatThrownBy(() -> rows(none)).isInstanceOf(Problem.class).hasMessageContaining("no Shapefile");
    }

    @Test
    void asksForTheMissingDbf() throws IOException {
        Path zip = zip(Map.of("towns.shp", sample().shp()));
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(Problem.class).hasMessageContaining(".dbf");
    }

    @Test
    void marksRecordsWhoseCountsLieAndReadsOn() throws IOException {
        ByteBuffer lie = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        lie.putInt(5).position(36);
        lie.putInt(Integer.MAX_VALUE).putInt(Integer.MAX_VALUE);
        ByteBuffer nan = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        nan.putInt(1).putDouble(Double.NaN).putDouble(30);
        ByteBuffer patch =
                ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN).putInt(37);
        ByteBuffer nothing = ByteBuffer.allocate(4);
        List<Row> rows = rows(zip(parts(
                new ShapefileWriter("code")
                        .raw(lie.array(), "1")
                        .raw(nan.array(), "2")
                        .raw(patch.array(), "3")
                        .raw(nothing.array(), "4")
                        .polygon(new double[][] {{0, 0, 0, 1, 1, 1}}, "5")
                        .polygon(new double[][] {{0, 0, 0, 1, 1, 1, 1, 0}}, "6")
                        .polygon(new double[][] {SHELL}, "7"),
                GBK)));
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0).fault().reason()).contains("counts do not fit");
        assertThat(rows.get(1).fault().reason()).contains("not finite");
        assertThat(rows.get(2).fault().reason()).contains("type 37");
        assertThat(rows.get(3).fault()).isNull();
        assertThat(rows.get(3).shape() == null).isTrue();
        assertThat(rows.get(4).fault().reason()).contains("3 positions");
        assertThat(rows.get(5).fault().reason()).contains("not closed");
        assertThat(rows.get(6).shape().getArea()).isEqualTo(100);
    }
}

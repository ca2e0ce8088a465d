package org.gridward.mapdata.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.gridward.grid.Receipt;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class CsvJoinTest {

    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(3);

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /** Four squares of one degree, 10..12 east, 20..22 north, codes by row and column. */
    private static final LayerJoin SQUARES =
            new LayerJoin("squares", "e1", AT, AT, squares(), false, List.of(square("w", 9, 19, 13, 23)));

    private record Joined(String text, Receipt receipt) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    @AfterAll
    static void stop() {
        WORKERS.shutdown();
    }

    private static GridLocator squares() {
        List<GridShape> shapes = new ArrayList<>();
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                shapes.add(new GridShape(
                        "s" + y + x, GeoJson.FACTORY.toGeometry(new Envelope(10 + x, 11 + x, 20 + y, 21 + y))));
            }
        }
        return GridLocator.build(shapes);
    }

    private static GridLocator square(String code, double w, double s, double e, double n) {
        return GridLocator.build(List.of(new GridShape(code, GeoJson.FACTORY.toGeometry(new Envelope(w, e, s, n)))));
    }

    private static Joined join(byte[] csv, CsvJoin.Columns columns, LayerJoin layer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Receipt receipt = new CsvJoin(WORKERS, 6)
                .run(
                        new ByteArrayInputStream(csv),
                        columns,
                        layer,
                        (bytes, length, ended) -> out.write(bytes, 0, length));
        assertThat(receipt.addsUp()).isTrue();
        return new Joined(out.toString(StandardCharsets.UTF_8), receipt);
    }

    private static Joined join(String csv) throws IOException {
        return join(csv.getBytes(StandardCharsets.UTF_8), CsvJoin.Columns.USUAL, SQUARES);
    }

    private static String sha256(String lines) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void addsGridCodeAndStandingToEveryRowAndWritesTheReceipt() throws IOException, NoSuchAlgorithmException {
        Joined joined = join("id,lon,lat\na,10.5,20.5\nb,11,21\nc,9.5,20\nd,50,50\n");
        assertThat(joined.lines())
                .containsExactly(
                        "id,lon,lat,grid_code,standing",
                        "a,10.5,20.5,s00,OWNED",
                        "b,11,21,s00,OWNED",
                        "c,9.5,20,,GAP",
                        "d,50,50,,OUTSIDE");
        assertThat(joined.receipt)
                .isEqualTo(new Receipt("squares", "e1", 2, AT, AT, 4, 2, 0, 1, 1, 0, sha256("0,s00\n1,s00\n2,\n3,\n")));
    }

    @Test
    void calledInvalidWhatIsNoPosition() throws IOException {
        Joined joined =
                join("lat,lon,t\n20.5,NaN,x\nInfinity,10.5,x\n,10.5,x\n20.5,,x\n95,10.5,x\n20.5,181,x\nabc,10.5,x\n"
                        + "20.5,10.5\n20.5,10.5,x,y\n20.5,10.5,ok\n\"open");
        assertThat(joined.receipt.in()).isEqualTo(11);
        assertThat(joined.receipt.invalid()).isEqualTo(10);
        assertThat(joined.lines().get(8)).isEqualTo("20.5,10.5,,,INVALID");
        assertThat(joined.lines().get(11)).isEqualTo("\"open\",,,,INVALID");
        assertThat(joined.lines().get(10)).isEqualTo("20.5,10.5,ok,s00,OWNED");
    }

    @Test
    void keepsQuotesNewlinesAndForeignBytesAsTheyAre() throws IOException {
        String text = "\uFEFF名称;经度;纬度\r\n\"两行\r\n和;\"\"引号\"\"\";\"10.5\";20.5\r\n5\" pipe;10.5;21.5\r\n\r\n;11.5;20.5";
        Joined joined = join(text);
        assertThat(joined.text)
                .isEqualTo("名称;经度;纬度;grid_code;standing\n\"两行\r\n和;\"\"引号\"\"\";\"10.5\";20.5;s00;OWNED\n"
                        + "5\" pipe;10.5;21.5;s10;OWNED\n;11.5;20.5;s01;OWNED\n");
        byte[] gbk = text.substring(1).getBytes(Charset.forName("GBK"));
        assertThat(join(gbk, CsvJoin.Columns.USUAL, SQUARES).receipt).isEqualTo(joined.receipt);
    }

    @Test
    void giveTheSameAnswersWhateverTheBlocksAre() throws IOException, NoSuchAlgorithmException {
        long seed = 99;
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("id,lon,lat,note\n");
        StringBuilder expected = new StringBuilder("id,lon,lat,note,grid_code,standing\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 120_000; i++) {
            double lon = 8.5 + random.nextDouble() * 5;
            double lat = 18.5 + random.nextDouble() * 5;
            String note = random.nextInt(10) == 0 ? "\"a,\n\"\"b\"\"\"" : "n".repeat(random.nextInt(40));
            String row = i + "," + lon + "," + lat + "," + note;
            csv.append(row).append('\n');
            boolean in = lon >= 10 && lon <= 12 && lat >= 20 && lat <= 22;
            boolean near = lon >= 9 && lon <= 13 && lat >= 19 && lat <= 23;
            String code = in ? "s" + (lat > 21 ? 1 : 0) + (lon > 11 ? 1 : 0) : "";
            expected.append(row)
                    .append(',')
                    .append(code)
                    .append(',')
                    .append(in ? "OWNED" : near ? "GAP" : "OUTSIDE")
                    .append('\n');
            lines.append(i).append(',').append(code).append('\n');
        }
        assertThat(csv.length()).as("several blocks").isGreaterThan(4 * CsvBlocks.BLOCK_BYTES);
        Joined joined = join(csv.toString());
        assertThat(joined.text).as("seed %d", seed).isEqualTo(expected.toString());
        assertThat(joined.receipt.sha256()).isEqualTo(sha256(lines.toString()));
    }

    @Test
    void countsAPointInTwoFreeGridsAsJoint() throws IOException {
        GridLocator free = GridLocator.build(List.of(
                new GridShape("a", GeoJson.FACTORY.toGeometry(new Envelope(0, 2, 0, 2))),
                new GridShape("b,1", GeoJson.FACTORY.toGeometry(new Envelope(1, 3, 0, 2)))));
        LayerJoin layer = new LayerJoin("sea", "e", AT, AT, free, true, List.of());
        Joined joined = join(
                "lon,lat\n0.5,1\n1.5,1\n2.5,1\n".getBytes(StandardCharsets.US_ASCII), CsvJoin.Columns.USUAL, layer);
        assertThat(joined.lines().subList(1, 4))
                .containsExactly("0.5,1,a,OWNED", "1.5,1,a,JOINT", "2.5,1,\"b,1\",OWNED");
        assertThat(joined.receipt.joint()).isEqualTo(1);
    }

    @Test
    void turnsTheDatumBeforeItLocates() throws IOException {
        LonLat gcj = Datum.GCJ02.fromWgs84(110.0005, 30.5);
        LayerJoin layer = new LayerJoin("one", "e", AT, AT, square("in", 110, 30, 111, 31), false, List.of());
        byte[] csv = ("x,y\n" + gcj.lon() + "," + gcj.lat() + "\n").getBytes(StandardCharsets.US_ASCII);
        CsvJoin.Columns columns = new CsvJoin.Columns(Optional.of("X"), Optional.of("Y"), Datum.GCJ02);
        assertThat(join(csv, columns, layer).receipt.placed()).isEqualTo(1);
    }

    @Test
    void namesAMissingColumnAndThosePresent() {
        assertThatThrownBy(() -> join("id,longitude_deg,lat\n1,2,3\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("longitude")
                .hasMessageContaining("[id, longitude_deg, lat]");
        assertThatThrownBy(() -> join("")).isInstanceOf(Problem.class).hasMessageContaining("empty");
    }

    @Test
    void refusesARowThatNeverEndsInsteadOfHoldingTheWholeFile() {
        String endless = "lon,lat\n1,\"2\n" + "1,2\n".repeat(1_000_000);
        assertThatThrownBy(() -> join(endless)).isInstanceOf(Problem.class).hasMessageContaining("quote may be open");
    }

    @Test
    void takesAHeaderWithoutRows() throws IOException {
        assertThat(join("lon,lat").text).isEqualTo("lon,lat,grid_code,standing\n");
        assertThat(join("lon,lat\r\n").receipt.in()).isZero();
    }
}

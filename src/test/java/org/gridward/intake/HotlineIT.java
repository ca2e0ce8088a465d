package org.gridward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.platform.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Files of 12345 orders: every row is filed, held for a person or there already; nothing is lost and nothing counts twice. */
@GridwardIT
@TestPropertySource(properties = "own-database=hotline")
class HotlineIT {

    private static final String HEADER = "工单编号,诉求内容,问题类型,诉求地址,受理时间,来电人,联系电话\n";

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Places places;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Command> commands;

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        dispatcher = TestApi.of(context).as("dispatcher");
        if (map.find("micro-grid").isEmpty()) {
            TestTown.adopt(layers, editions, map);
            places.load(List.of(
                            building("B-171", "祥东小区", "171", 122.115),
                            building("X-65", "祥东小区", "65", 122.116),
                            building("H-65", "海德名园", "65", 122.125))
                    .iterator());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-8 with a mark"})
    void aFileInAnyOfTheUsualCodePagesIsTakenInAndASecondTimeChangesNothing(String page) {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        String text = HEADER + tag + "-1,楼上漏水,漏水,171-401,2026-03-01 07:43,李女士,13800000000\n" + tag
                + "-2,路灯不亮,路灯不亮,祥东小区65号,2026-03-01 20:10,,\n";
        byte[] bytes = page.equals("GB18030")
                ? text.getBytes(Charset.forName("GB18030"))
                : (page.equals("UTF-8") ? text : "\uFEFF" + text).getBytes(StandardCharsets.UTF_8);

        JsonNode dry = send(bytes, "&dryRun=true").json();
        assertThat(counts(dry)).containsExactly(2L, 2L, 0L, 0L);
        assertThat(stored(tag)).isZero();

        TestApi.Answer first = send(bytes, "");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(counts(first.json())).containsExactly(2L, 2L, 0L, 0L);
        JsonNode again = send(bytes, "").json();
        assertThat(counts(again)).containsExactly(2L, 0L, 0L, 2L);
        assertThat(stored(tag)).isEqualTo(2);
        Map<String, Object> row = jdbc.sql("SELECT channel, external_source, reporter_name, category,"
                        + " occurred_at::text AS at, location -> 'found' ->> 'room' AS room"
                        + " FROM incident.incidents WHERE external_number = ?")
                .param(tag + "-1")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("channel", "HOTLINE_12345")
                .containsEntry("external_source", "12345")
                .containsEntry("reporter_name", "李女士")
                .containsEntry("category", "water_leak")
                .containsEntry("room", "401");
        assertThat(row.get("at").toString()).startsWith("2026-02-28 23:43");
    }

    @Test
    void whatCannotBePlacedOrIsDoubledIsHeldWithChoicesAndFiledByAPerson() {
        String file = HEADER + "H-1,楼道漏水,漏水,65号,2026-03-01 08:00,,\n" // two estates have a 65
                + "H-2,有人敲鼓,鼓声,171-401,2026-03-01 08:00,,\n" // no such category
                + "H-3,漏水,漏水,无此地址路1号,2026-03-01 08:00,,\n"
                + "H-4,漏水,漏水,171-401,2026-03-01 08:00,,\n"
                + "H-4,另一件事,噪音扰民,171-401,2026-03-01 09:00,,\n" // the same number for another matter
                + "H-4,漏水,漏水,171-401,2026-03-01 08:00,,\n" // the same row again
                + ",没有编号,漏水,171-401,2026-03-01 08:00,,\n"
                + "H-5,漏水,漏水,,2026-03-01 08:00,,\n"
                + "H-6,\"=HYPERLINK(\"\"http://x\"\")<script>\",漏水,171-401,不知道,,\n";
        JsonNode receipt = send(file.getBytes(StandardCharsets.UTF_8), "").json();
        assertThat(counts(receipt)).containsExactly(9L, 2L, 6L, 1L);
        assertThat(receipt.path("notes").valueStream().map(note -> note.path("code")
                        .asString()))
                .containsExactly(
                        "ambiguous-place",
                        "unknown-category",
                        "location-not-found",
                        "doubled-number",
                        "number-missing",
                        "location-missing");
        assertThat(receipt.path("notes").get(3).path("detail").asString()).contains("H-4", "row 4");

        JsonNode held =
                dispatcher.get("/api/v1/intake/orders?outcome=HELD").json().path("items");
        JsonNode ambiguous = byNumber(held, "H-1");
        assertThat(ambiguous.path("reason").path("choices").valueStream().map(choice -> choice.path("placeCode")
                        .asString()))
                .containsExactlyInAnyOrder("X-65", "H-65");
        String path = "/api/v1/intake/orders/" + ambiguous.path("id").asString();
        assertThat(dispatcher.post(path + "/file", Map.of()).problem()).isEqualTo("ambiguous-place");
        TestApi.Answer filed = dispatcher.post(
                path + "/file", Map.of("location", Map.of("placeCode", "X-65")), "Idempotency-Key", "settle-1");
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(dispatcher
                        .get("/api/v1/incidents/"
                                + filed.json().path("incident").asString())
                        .json()
                        .path("externalNumber")
                        .asString())
                .isEqualTo("H-1");
        assertThat(dispatcher.post(path + "/file", Map.of()).problem()).isEqualTo("order-settled");

        String doubled =
                "/api/v1/intake/orders/" + byNumber(held, "H-4").path("id").asString();
        assertThat(dispatcher.post(doubled + "/file", Map.of()).problem()).isEqualTo("number-taken");
        String tag = dispatcher.get(doubled).header("ETag");
        assertThat(dispatcher.post(doubled + "/drop", Map.of("note", "x")).problem())
                .isEqualTo("version-missing");
        assertThat(drop(doubled, "", tag).problem()).isEqualTo("note-missing");
        assertThat(drop(doubled, "重复工单", tag).json().path("outcome").asString()).isEqualTo("DROPPED");
        assertThat(drop(doubled, "x", tag).body()).contains("stale-order", "DROPPED already, by dispatcher");
        assertThat(drop(doubled, "x", "*").problem()).isEqualTo("order-settled");
        assertThat(counts(send(file.getBytes(StandardCharsets.UTF_8), "").json()))
                .containsExactly(9L, 0L, 0L, 9L);
    }

    @Test
    void aWorkbookWithATitleDatesAndMergedCellsIsReadRowByRow() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("工单");
            sheet.value(0, 0, "12345 工单汇总表");
            sheet.range(0, 0, 0, 4).merge();
            String[] header = {"工单编号", "诉求内容", "问题类型", "诉求地址", "受理时间"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(1, i, header[i]);
            }
            for (int row = 0; row < 3; row++) {
                sheet.value(2 + row, 0, "X-" + row);
                sheet.value(2 + row, 1, "漏水 " + row);
                sheet.value(2 + row, 4, java.time.LocalDateTime.of(2026, 3, 1, 8, row));
                sheet.style(2 + row, 4).format("yyyy-mm-dd hh:mm").set();
            }
            sheet.value(2, 2, "漏水"); // one category and one address for all three rows
            sheet.range(2, 2, 4, 2).merge();
            sheet.value(2, 3, "171-401");
            sheet.range(2, 3, 4, 3).merge();
        }
        JsonNode receipt = send(out.toByteArray(), "").json();
        assertThat(counts(receipt)).as(receipt.toString()).containsExactly(3L, 3L, 0L, 0L);
        assertThat(jdbc.sql(
                                "SELECT count(DISTINCT occurred_at) FROM incident.incidents WHERE external_number LIKE 'X-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void theCommandTakesAFileToo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("12345.csv");
        Files.write(file, (HEADER + "CMD-1,漏水,漏水,171-401,2026-03-01 08:00,,\n").getBytes(Charset.forName("GB18030")));
        Command command = commands.stream()
                .filter(one -> one.name().equals("import"))
                .findFirst()
                .orElseThrow();
        assertThat(command.run(List.of("hotline", "--dry-run", file.toString())))
                .isZero();
        assertThat(stored("CMD")).isZero();
        assertThat(command.run(List.of("hotline", file.toString()))).isZero();
        assertThat(command.run(List.of("hotline", file.toString()))).isZero();
        assertThat(stored("CMD")).isEqualTo(1);
    }

    @Test
    void hostileFilesAreRefusedAndStoreNothing() throws IOException {
        assertThat(send("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "").problem())
                .isEqualTo("missing-column");
        assertThat(send(new byte[0], "").problem()).isEqualTo("empty-file");
        assertThat(send(zip("xl/styles.xml", new byte[30_000_000]), "").problem())
                .isEqualTo("xlsx-limits");
        assertThat(send(zip("xl/vbaProject.bin", new byte[10]), "").problem()).isEqualTo("xlsx-content");
        assertThat(send(
                                zip(
                                        "xl/sharedStrings.xml",
                                        "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>".getBytes(StandardCharsets.UTF_8)),
                                "")
                        .problem())
                .isEqualTo("xlsx-content");
        byte[] damaged = zip("xl/a.xml", new byte[100]);
        assertThat(send(java.util.Arrays.copyOf(damaged, damaged.length / 2), "")
                        .status())
                .isIn(400, 422);
        assertThat(send(new byte[] {(byte) 0xff, (byte) 0x81, 0x00, (byte) 0xff, ',', '\n'}, "")
                        .status())
                .isIn(400, 422);
        for (byte[] bad :
                List.of(new byte[0], "工单编号\n".getBytes(StandardCharsets.UTF_8), new byte[] {'P', 'K', 3, 4, 5})) {
            assertThat(send(bad, "").body()).contains("\"detail\"").doesNotContain(".upload", "tmp");
        }
        assertThat(send(new byte[0], "").json().path("detail").asString()).contains("The file orders is empty");
        String longText = "L-1," + "漏".repeat(400_000) + ",漏水,171-401,2026-03-01 08:00,,\n";
        JsonNode receipt =
                send((HEADER + longText).getBytes(StandardCharsets.UTF_8), "").json();
        assertThat(counts(receipt)).containsExactly(1L, 1L, 0L, 0L);
    }

    private TestApi.Answer send(byte[] body, String more) {
        return dispatcher.send(
                "POST", "/api/v1/intake/hotline?name=orders" + more, body, "Content-Type", "application/octet-stream");
    }

    private TestApi.Answer drop(String order, String note, String seen) {
        return dispatcher.post(order + "/drop", Map.of("note", note), "If-Match", seen);
    }

    private long stored(String tag) {
        return jdbc.sql("SELECT count(*) FROM incident.incidents WHERE external_number LIKE ?")
                .param(tag + "%")
                .query(Long.class)
                .single();
    }

    private static List<Long> counts(JsonNode receipt) {
        return List.of(
                receipt.path("in").asLong(-1),
                receipt.path("filed").asLong(-1),
                receipt.path("held").asLong(-1),
                receipt.path("repeated").asLong(-1));
    }

    private static JsonNode byNumber(JsonNode orders, String number) {
        return orders.valueStream()
                .filter(order -> order.path("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static NewPlace building(String code, String estate, String building, double lon) {
        return new NewPlace(
                code, "building", estate + building, code, lon, 30.015, Map.of("estate", estate, "building", building));
    }
}

package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Edition;
import org.gridward.grid.Editions;
import org.gridward.platform.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Receipts agree with an independent join, and each kind of tampering is found and named. */
@GridwardIT
@TestPropertySource(properties = "own-database=receipts")
@ExtendWith(OutputCaptureExtension.class)
class ReceiptsRecheckIT {

    private static boolean filled;

    @Autowired
    ApplicationContext context;

    @Autowired
    List<Command> commands;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Editions editions;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        if (filled) {
            return;
        }
        new ReceiptTown(context, folder, this::run).fill();
        filled = true;
    }

    private int run(String... words) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        return commands.stream()
                .filter(command -> command.name().equals(all.get(0)))
                .findFirst()
                .orElseThrow()
                .run(all.subList(1, all.size()));
    }

    private String receipt(String purpose, String layer) {
        return jdbc.queryForObject(
                "SELECT id::text FROM mapdata.receipts WHERE purpose LIKE ? AND receipt ->> 'layer' = ?",
                String.class,
                "import " + purpose + "%",
                layer);
    }

    /** Runs a check that must fail naming {@code said}, between a change of the database and its taking back. */
    private void assertFound(CapturedOutput output, String said, String change, String back, String... words)
            throws Exception {
        assertThat(jdbc.update(change)).as(change).isPositive();
        try {
            assertThat(run(words)).as(change).isEqualTo(1);
            assertThat(output.getErr()).as(change).contains(said);
        } finally {
            jdbc.update(back);
        }
        assertThat(run(words)).as(back).isZero();
    }

    @Test
    void receiptsOfImportsAgreeWithAnotherJoinAndTamperingIsNamed(CapturedOutput output) throws Exception {
        assertThat(run("verify-receipt", "--imports")).as(output.getErr()).isZero();
        String market = receipt("incidents", "market");
        assertThat(jdbc.queryForObject(
                        "SELECT receipt ->> 'placed' || ' ' || (receipt ->> 'joint') || ' ' || (receipt ->> 'invalid')"
                                + " FROM mapdata.receipts WHERE id = '" + market + "'",
                        String.class))
                .as("one by the edition of its time lies in two, one is no position")
                .isEqualTo("1 2 1");
        assertFound(
                output,
                "sha256: the receipt says ffff",
                "UPDATE mapdata.receipts SET receipt = jsonb_set(jsonb_set(receipt, '{was}', receipt -> 'sha256'),"
                        + " '{sha256}', '\"ffff\"') WHERE id = '" + market + "'",
                "UPDATE mapdata.receipts SET receipt = jsonb_set(receipt, '{sha256}', receipt -> 'was') WHERE id = '"
                        + market + "'",
                "verify-receipt",
                market);
        assertFound(
                output,
                "outside: the receipt says 3, PostGIS says 2",
                "UPDATE mapdata.receipts SET receipt = jsonb_set(jsonb_set(receipt, '{outside}', '3'), '{placed}', '0')"
                        + " WHERE id = '" + market + "'",
                "UPDATE mapdata.receipts SET receipt = jsonb_set(jsonb_set(receipt, '{outside}', '2'), '{placed}', '1')"
                        + " WHERE id = '" + market + "'",
                "verify-receipt",
                market);
        assertFound(
                output,
                "row 1 (122.115, 30.005",
                "UPDATE incident.incidents SET geom = ST_SetSRID(ST_MakePoint(122.2, 30.1), 4326) WHERE number = 'r-1'",
                "UPDATE incident.incidents SET geom = ST_SetSRID(ST_MakePoint(122.115, 30.005), 4326) WHERE number = 'r-1'",
                "verify-receipt",
                market);
        assertFound(
                output,
                "row 2 (122.139, 30.039",
                "UPDATE mapdata.import_rows SET geom = ST_SetSRID(ST_MakePoint(122.139, 30.039), 4326) WHERE index = 1"
                        + " AND at = '2025-01-20T00:00:00Z'",
                "UPDATE mapdata.import_rows SET geom = ST_SetSRID(ST_MakePoint(122.115, 30.005), 4326) WHERE index = 1"
                        + " AND at = '2025-01-20T00:00:00Z'",
                "verify-receipt",
                market);
        assertFound(
                output,
                "row 2 (122.106, 30.005",
                "UPDATE patrol.track_points SET t = t + interval '1 second' WHERE t = '2025-03-01T00:01:00Z'",
                "UPDATE patrol.track_points SET t = t - interval '1 second' WHERE t = '2025-03-01T00:01:01Z'",
                "verify-receipt",
                receipt("tracks", "micro-grid"));
        assertFound(
                output,
                "row 3 (122.11, 30.015",
                "UPDATE place.places SET geom = ST_SetSRID(ST_MakePoint(122.12, 30.015), 4326) WHERE code = 'd-3'",
                "UPDATE place.places SET geom = ST_SetSRID(ST_MakePoint(122.11, 30.015), 4326) WHERE code = 'd-3'",
                "verify-receipt",
                receipt("places", "estate"));
    }

    @Test
    void incidentsAreCheckedWithDiscsMissingRowsAndTheRightHolderOfABorder(CapturedOutput output) throws Exception {
        TestApi api = TestApi.of(context).as("dispatcher");
        TestApi.Answer disc = api.post(
                "/api/v1/incidents",
                Map.of(
                        "category", "noise",
                        "description", "near two borders",
                        "location", Map.of("lon", 122.1205, "lat", 30.0203, "accuracyMeters", 80)),
                "Idempotency-Key",
                "disc-1");
        assertThat(disc.status()).as(disc.body()).isEqualTo(201);
        String id = disc.json().path("id").asString();
        assertThat(run("verify-receipt", "--incidents")).as(output.getErr()).isZero();
        String own = TestTown.micro(2, 2);
        String rows = "incident.incident_grids WHERE layer = 'micro-grid' AND incident_id = '" + id + "'";
        jdbc.update("CREATE TABLE public.kept AS SELECT * FROM " + rows);
        String back = "INSERT INTO incident.incident_grids SELECT * FROM public.kept ON CONFLICT (incident_id, layer,"
                + " edition, grid_code) DO UPDATE SET share = excluded.share";
        String[] check = {"verify-receipt", "--incidents"};
        assertFound(
                output,
                "without the grid of the spot itself",
                "DELETE FROM " + rows + " AND grid_code = '" + own + "'",
                back,
                check);
        assertFound(
                output,
                "recorded a share of ",
                "UPDATE incident.incident_grids SET share = share * 0.9 WHERE layer = 'micro-grid' AND incident_id = '"
                        + id + "' AND grid_code = '" + own + "'",
                back,
                check);
        assertFound(
                output, "recorded nothing, a row is missing, PostGIS says [" + own, "DELETE FROM " + rows, back, check);
        String border =
                "layer = 'micro-grid' AND incident_id = (SELECT id FROM incident.incidents WHERE number = 'r-3')";
        String lowest =
                jdbc.queryForObject("SELECT grid_code FROM incident.incident_grids WHERE " + border, String.class);
        String other =
                List.of(TestTown.micro(0, 0), TestTown.micro(1, 0), TestTown.micro(0, 1), TestTown.micro(1, 1)).stream()
                        .filter(code -> !code.equals(lowest))
                        .findFirst()
                        .orElseThrow();
        assertFound(
                output,
                "recorded [" + other + "], PostGIS says [" + lowest + "]",
                "UPDATE incident.incident_grids SET grid_code = '" + other + "' WHERE " + border,
                "UPDATE incident.incident_grids SET grid_code = '" + lowest + "' WHERE " + border,
                check);
        jdbc.update("DROP TABLE public.kept");
    }

    @Test
    void answersAboutBordersAgreeWithPostgisAndTamperingIsNamed(CapturedOutput output) throws Exception {
        List<Edition> markets = editions.list("market").stream()
                .sorted(java.util.Comparator.comparing(
                        edition -> edition.periods().get(0).from()))
                .toList();
        String from = markets.get(0).id().toString();
        String to = markets.get(1).id().toString();
        String[] crosswalk = {
            "verify-receipt", "--crosswalk", "market", "--from", from, "--to", to, "--at", "2025-12-01T00:00:00Z"
        };
        assertThat(run(crosswalk)).as(output.getErr()).isZero();
        assertThat(run("verify-receipt", "--register", "estate"))
                .as(output.getErr())
                .isZero();
        assertThat(run("verify-receipt", "--register", "market", "--at", "2025-01-05T00:00:00Z"))
                .as(output.getErr())
                .isZero();
        assertThat(run("verify-receipt", "--border-risk", "micro-grid"))
                .as(output.getErr())
                .isZero();
        assertFound(
                output,
                "gap-estate-000001: the answer says",
                "UPDATE border.shapes SET area_m2 = area_m2 + 5 WHERE face_id LIKE 'gap-estate%'",
                "UPDATE border.shapes SET area_m2 = area_m2 - 5 WHERE face_id LIKE 'gap-estate%'",
                "verify-receipt",
                "--register",
                "estate");
        assertFound(
                output,
                "the register says that [E1] have it, PostGIS says []",
                "UPDATE border.shapes SET inside = '{E1}' WHERE face_id LIKE 'gap-estate%'",
                "UPDATE border.shapes SET inside = '{}' WHERE face_id LIKE 'gap-estate%'",
                "verify-receipt",
                "--register",
                "estate");
        TestApi api = TestApi.of(context).as("planner");
        String at = "at=" + Instant.parse("2025-12-01T00:00:00Z");
        assertSaved(
                output,
                api.get("/api/v1/layers/market/crosswalk?from=" + from + "&to=" + to + "&" + at)
                        .body(),
                "\"doors\":1",
                "\"doors\":2",
                "doors: the receipt says");
        assertSaved(
                output,
                api.get("/api/v1/layers/estate/register").body(),
                "\"gap\":2",
                "\"gap\":1",
                "points.gap: the receipt says 1, PostGIS says 2");
        assertSaved(
                output,
                api.get("/api/v1/layers/micro-grid/border-risk?to=2025-12-01T00:00:00Z")
                        .body(),
                "\"placed\":1",
                "\"placed\":7",
                "receipt.placed: the receipt says 7, PostGIS says 1");
    }

    private void assertSaved(CapturedOutput output, String answer, String was, String becomes, String said)
            throws Exception {
        Path file = Files.writeString(folder.resolve("answer.json"), answer);
        assertThat(run("verify-receipt", "--answer", file.toString()))
                .as(output.getErr())
                .isZero();
        assertThat(answer).contains(was);
        Files.writeString(file, answer.replace(was, becomes));
        assertThat(run("verify-receipt", "--answer", file.toString())).isEqualTo(1);
        assertThat(output.getErr()).contains(said);
    }
}

package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@GridwardIT
class LocateIT {

    private static final String CSV = "/api/v1/locate?layer=micro-grid";

    private static final String AT = "2026-03-01T00:00:00Z";
    private static final String KNOWN_AT = "2126-03-01T00:00:00Z";

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    private TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        api = TestApi.of(context).as("dispatcher");
    }

    private Answer json(Object... points) {
        return api.post("/api/v1/locate", Map.of("layer", "micro-grid", "points", List.of(points)));
    }

    private Answer csv(String text) {
        return api.sendText("POST", CSV, "text/csv", text);
    }

    @Test
    void answersACodeOrNullForEachPointWithAReceiptThatAddsUp() {
        Answer answer = json(List.of(122.105, 30.005), List.of(122.11, 30.01), List.of(122.3, 30.2));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("gridCodes").get(0).asString()).isEqualTo(TestTown.micro(0, 0));
        assertThat(answer.json().path("gridCodes").get(2).isNull()).isTrue();
        JsonNode receipt = answer.json().path("receipt");
        assertThat(receipt.path("in").asInt()).isEqualTo(3);
        assertThat(receipt.path("placed").asInt()).isEqualTo(2);
        assertThat(receipt.path("outside").asInt()).isEqualTo(1);
        assertThat(receipt.path("sha256").asString()).hasSize(64);
    }

    @Test
    void givesJsonAndCsvTheSameReceipt() {
        List<Object> points = List.of(List.of(122.105, 30.005), List.of(122.3, 30.2), List.of(122.125, 30.035));
        JsonNode json = api.post(
                        "/api/v1/locate",
                        Map.of("layer", "micro-grid", "at", AT, "knownAt", KNOWN_AT, "points", points))
                .json()
                .path("receipt");
        assertThat(json.path("at").asString()).isEqualTo(AT);
        assertThat(json.path("knownAt").asString()).isEqualTo(KNOWN_AT);
        Answer csv = api.sendText(
                "POST",
                CSV + "&at=" + AT + "&knownAt=" + KNOWN_AT,
                "text/csv",
                "lon,lat\n122.105,30.005\n122.3,30.2\n122.125,30.035\n");
        assertThat(api.get(csv.header("Location")).json()).isEqualTo(json);
    }

    @Test
    void addsCodeAndStandingToFeaturesOneALine() {
        String feature =
                "{\"type\":\"Feature\",\"properties\":%s,\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s]}}";
        String lines = String.format(feature, "{\"n\":\"\\\"\"}", "122.105,30.005") + "\n\n"
                + String.format(feature, "null", "122.3,30.2") + "\n";
        for (String type : List.of("application/geo+json-seq", "application/x-ndjson", "application/geo+json")) {
            Answer answer = api.sendText("POST", CSV, type, lines);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/geo+json-seq");
            List<String> out = answer.body().lines().toList();
            assertThat(out).hasSize(2);
            assertThat(out.get(0))
                    .contains("{\"n\":\"\\\"\",\"grid_code\":\"" + TestTown.micro(0, 0) + "\",\"standing\":\"OWNED\"}");
            assertThat(out.get(1)).contains("{\"grid_code\":null,\"standing\":\"OUTSIDE\"}");
            assertThat(api.get(answer.header("Location")).json().path("in").asInt())
                    .isEqualTo(2);
        }
        Answer broken = api.sendText("POST", CSV, "application/x-ndjson", lines + "{\"type\":\n");
        assertThat(broken.problem()).isEqualTo("unreadable-json");
        assertThat(broken.body()).contains("feature 3");
    }

    @Test
    void asksWhatWasKnownAtATime() {
        assertThat(api.sendText(
                                "POST",
                                CSV + "&at=" + AT + "&knownAt=2001-01-01T00:00:00Z",
                                "text/csv",
                                "lon,lat\n1,2\n")
                        .problem())
                .isEqualTo("no-edition");
        assertThat(api.post(
                                "/api/v1/locate",
                                Map.of("layer", "grid", "knownAt", "2001-01-01T00:00:00Z", "points", List.of()))
                        .problem())
                .isEqualTo("no-edition");
    }

    @Test
    void addsCodeAndStandingToCsvRowsAndKeepsTheReceiptAtItsAddress() {
        Answer answer = csv("id,lon,lat\na,122.105,30.005\nb,NaN,30\nc,122.3,30.2\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.body())
                .isEqualTo("id,lon,lat,grid_code,standing\na,122.105,30.005," + TestTown.micro(0, 0)
                        + ",OWNED\nb,NaN,30,,INVALID\nc,122.3,30.2,,OUTSIDE\n");
        JsonNode receipt = api.get(answer.header("Location")).json();
        assertThat(receipt.path("invalid").asInt()).isEqualTo(1);
        assertThat(receipt.path("layer").asString()).isEqualTo("micro-grid");
    }

    @Test
    void sendsTheReceiptInTrailingHeaderFields() throws IOException {
        String text = exchange("id,lon,lat\na,122.105,30.005\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(text)
                .contains("HTTP/1.1 200")
                .contains(
                        "Trailer: Gridward-Layer, Gridward-Edition, Gridward-Rule-Version, Gridward-At, Gridward-Known-At");
        String trailers = text.substring(text.lastIndexOf("\r\n0\r\n"));
        assertThat(trailers.toLowerCase()).contains("gridward-in: 1", "gridward-placed: 1", "gridward-sha256: ");
    }

    @Test
    void servesAClientThatSendsEverythingBeforeItReads() throws IOException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("lon,lat\n");
        for (int i = 0; i < 400_000; i++) {
            csv.append(122.1 + random.nextDouble() * 0.04)
                    .append(',')
                    .append(30 + random.nextDouble() * 0.04)
                    .append('\n');
        }
        String text = exchange(csv.toString().getBytes(StandardCharsets.US_ASCII));
        assertThat(text).contains("HTTP/1.1 200");
        assertThat(text.substring(text.lastIndexOf("\r\n0\r\n")).toLowerCase())
                .contains("gridward-in: 400000", "gridward-placed: 400000");
    }

    /** Sends the whole request, then reads the whole answer as it comes over the wire. */
    private String exchange(byte[] body) throws IOException {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String credentials =
                Base64.getEncoder().encodeToString(("dispatcher:" + TestApi.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + CSV + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + credentials
                            + "\r\nContent-Type: text/csv\r\nConnection: close\r\nTE: trailers\r\nContent-Length: "
                            + body.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void saysThatAxesLookSwapped() {
        Answer range = json(List.of(30.005, 122.105));
        assertThat(range.status()).isEqualTo(422);
        assertThat(range.body()).contains("swapped").contains("/points/0");
    }

    @Test
    void namesThePointThatIsNoPosition() {
        assertThat(json(List.of(122.1, 30.0), List.of(500, 30)).body()).contains("/points/1", "500");
        assertThat(json(List.of("122.1", "30.0")).status()).isEqualTo(400);
        assertThat(json(Arrays.asList(122.1, null)).status()).isEqualTo(400);
        assertThat(json(List.of(122.1)).status()).isEqualTo(400);
        Answer nan = api.post("/api/v1/locate", "{\"layer\":\"micro-grid\",\"points\":[[NaN,30]]}");
        assertThat(nan.status()).isEqualTo(400);
        assertThat(nan.problem()).isNotEmpty();
        Answer huge = api.post("/api/v1/locate", "{\"layer\":\"micro-grid\",\"points\":[[1e999,30]]}");
        assertThat(huge.status()).isEqualTo(422);
    }

    @Test
    void answersAProblemForEveryQuestionThatCannotBeAnswered() {
        assertThat(api.sendText("POST", "/api/v1/locate?layer=none", "text/csv", "lon,lat\n1,2\n")
                        .problem())
                .isEqualTo("unknown-layer");
        assertThat(api.sendText("POST", "/api/v1/locate", "text/csv", "lon,lat\n1,2\n")
                        .problem())
                .isEqualTo("missing-parameter");
        assertThat(csv("id,latitude\n1,2\n").problem()).isEqualTo("missing-column");
        assertThat(csv("").problem()).isEqualTo("empty-csv");
        assertThat(api.sendText("POST", CSV + "&at=2001-01-01T00:00:00Z", "text/csv", "lon,lat\n1,2\n")
                        .problem())
                .isEqualTo("no-edition");
        assertThat(api.sendText("POST", CSV + "&at=2026-01-01", "text/csv", "lon,lat\n1,2\n")
                        .problem())
                .isEqualTo("unreadable-time");
        assertThat(api.sendText("POST", CSV + "&datum=MARS", "text/csv", "lon,lat\n1,2\n")
                        .problem())
                .isEqualTo("unknown-datum");
        assertThat(api.post("/api/v1/locate", "{\"points\":[]}").problem()).isEqualTo("missing-layer");
        assertThat(api.post("/api/v1/locate", "{\"layer\":\"grid\"}").problem()).isEqualTo("missing-points");
        assertThat(api.get("/api/v1/receipts/00000000-0000-0000-0000-000000000000")
                        .problem())
                .isEqualTo("unknown-receipt");
        assertThat(TestApi.of(context)
                        .sendText("POST", CSV, "text/csv", "lon,lat\n1,2\n")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void doesNotCarryHeaderFieldsOfAnAnswerIntoAProblem() {
        Answer answer = csv("lon,lat\n1,\"2\n" + "1,2\n".repeat(1_000_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("row-too-long");
        assertThat(answer.header("Trailer")).isNull();
        assertThat(answer.header("Location")).isNull();
    }
}

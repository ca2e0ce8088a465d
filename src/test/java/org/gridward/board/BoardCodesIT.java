package org.gridward.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Codes that cannot be made up, can be replaced, and are watched. */
@GridwardIT
@TestPropertySource(properties = "own-database=BoardCodesIT")
class BoardCodesIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Places places;

    private TestApi api;
    private static int made;
    private String place;

    @BeforeEach
    void board() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        place = "BOARD-" + ++made;
        places.create(new NewPlace(
                place, "notice-board", "公示牌 " + made, "Board", 122.105, 30.005, Map.of("token", "old-token-" + made)));
        api = TestApi.of(context);
    }

    private JsonNode issue(String reason) {
        TestApi.Answer answer = api.as("planner")
                .post(
                        "/api/v1/boards/" + place + "/codes",
                        reason == null ? Map.of() : Map.of("reason", reason),
                        "Idempotency-Key",
                        place + reason);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void aSignedCodeOpensItsBoardAndTakesReports() {
        String code = issue("the first signed one").path("code").asString();

        assertThat(code).startsWith("GW").hasSize(22);
        assertThat(api.get("/api/v1/public/boards/" + code).json().path("code").asString())
                .isEqualTo(place);
        TestApi.Answer report = api.post(
                "/api/v1/public/boards/" + code + "/reports", Map.of("category", "noise", "description", "夜间噪音"));
        assertThat(report.status()).as(report.body()).isEqualTo(201);
        assertThat(api.as("patrol")
                        .post(
                                "/api/v1/incidents",
                                Map.of("category", "noise", "description", "x", "location", Map.of("qr", code)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aForgedCodeIsNotFoundLoggedAndCounted() {
        String code = issue("the first signed one").path("code").asString();
        String forged = code.substring(0, 21) + (code.endsWith("A") ? "B" : "A");

        for (int i = 0; i < 3; i++) {
            TestApi.Answer refused = api.get("/api/v1/public/boards/" + forged);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.problem()).isEqualTo("unknown-board");
        }
        assertThat(api.post(
                                "/api/v1/public/boards/" + forged + "/reports",
                                Map.of("category", "noise", "description", "x"))
                        .status())
                .isEqualTo(404);
        JsonNode counted = api.as("dispatcher").get("/api/v1/boards/scans").json();
        assertThat(counted.path("refused")).anySatisfy(one -> {
            assertThat(one.path("code").asString()).isEqualTo(forged);
            assertThat(one.path("standing").asString()).isEqualTo("FORGED");
            assertThat(one.path("times").asInt()).isEqualTo(4);
        });
    }

    @Test
    void aReplacedCodeAndARetiredTokenSayWhatToDo() {
        assertThat(api.get("/api/v1/public/boards/old-token-" + made).status()).isEqualTo(200);
        String first = issue("signed now").path("code").asString();
        String second = issue("the board was painted over").path("code").asString();

        for (String old : List.of(first, "old-token-" + made)) {
            TestApi.Answer gone = api.get("/api/v1/public/boards/" + old);
            assertThat(gone.status()).as(old).isEqualTo(410);
            assertThat(gone.problem()).isEqualTo("code-replaced");
            assertThat(gone.json().path("detail").asString()).contains("replaced", "公示牌", "12345");
        }
        assertThat(api.get("/api/v1/public/boards/" + second).status()).isEqualTo(200);
        JsonNode codes = api.as("dispatcher")
                .get("/api/v1/boards/" + place + "/codes")
                .json()
                .path("items");
        assertThat(codes).hasSize(2);
        assertThat(codes.get(0).path("replacedAt").isNull()).isTrue();
        assertThat(codes.get(1).path("reason").asString()).isEqualTo("the board was painted over");
    }

    @Test
    void aReplacementNeedsAReasonAndARetryIssuesNoSecondCode() {
        assertThat(api.as("planner")
                        .post("/api/v1/boards/" + place + "/codes", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(issue("once").path("code")).isEqualTo(issue("once").path("code"));
        assertThat(api.as("planner")
                        .post("/api/v1/boards/no-such/codes", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theQrCodeOfABoardReadsBackAsItsAddress() throws Exception {
        String url = issue("first").path("url").asString();
        assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/q/GW[0-9A-Z]{20}");

        String svg =
                api.as("dispatcher").get("/api/v1/boards/" + place + "/qr.svg").body();
        assertThat(svg).startsWith("<svg ").contains("<path").hasSizeLessThan(20_000);
        assertThat(read(place)).isEqualTo(url);
        TestApi.Answer scanned = api.get(URI.create(url).getPath());
        assertThat(scanned.status()).isEqualTo(302);
        assertThat(scanned.header("Location"))
                .isEqualTo("/report.html?board=" + url.substring(url.lastIndexOf('/') + 1));
    }

    private String read(String place) throws Exception {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String credentials = Base64.getEncoder().encodeToString(("dispatcher:" + TestApi.PASSWORD).getBytes());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/boards/" + place + "/qr.png?pixels=400"))
                .header("Authorization", "Basic " + credentials)
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            BufferedImage image = ImageIO.read(body);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                    .getText();
        }
    }

    @Test
    void aBoardThatIsOpenedFarMoreThanUsualIsAFinding() {
        for (int i = 0; i < 15; i++) {
            api.get("/api/v1/public/boards/old-token-" + made);
        }
        JsonNode found = api.as("dispatcher")
                .get("/api/v1/boards/scans?findings=true")
                .json()
                .path("items");
        assertThat(found).anySatisfy(rate -> {
            assertThat(rate.path("placeCode").asString()).isEqualTo(place);
            assertThat(rate.path("scans").asInt()).isEqualTo(15);
            assertThat(rate.path("finding").asString()).isEqualTo("SURGE");
        });
    }
}

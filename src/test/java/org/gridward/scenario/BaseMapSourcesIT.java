package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A base map of another server: shown with its credit and moved by its datum; one that fails gives way to our own. */
@GridwardIT
@TestPropertySource(properties = "own-database=base-map-sources")
class BaseMapSourcesIT {

    private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();

    private static HttpServer tiles;
    private static volatile boolean down;
    private static Chromium chromium;
    private static boolean filled;

    @Autowired
    ApplicationContext context;

    private String home;

    @DynamicPropertySource
    static void sources(DynamicPropertyRegistry registry) throws IOException {
        tiles = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] picture = picture();
        tiles.createContext("/good/", exchange -> {
            ASKED.add(exchange.getRequestURI().getPath());
            if (down) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        tiles.createContext("/bad/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        tiles.start();
        String host = "http://127.0.0.1:" + tiles.getAddress().getPort();
        Path file = Files.createTempFile("sources", ".json");
        Files.writeString(file, """
                [{"id":"good","nameZh":"好底图","nameEn":"Good map","url":"%s/good/{z}/{x}/{y}.png","datum":"GCJ02",
                  "attribution":"© Good maps","approval":"GS(2026)0001","initial":true},
                 {"id":"bad","nameZh":"坏底图","nameEn":"Bad map","kind":"WMTS",
                  "url":"%s/bad/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}","datum":"CGCS2000"}]
                """.formatted(host, host));
        registry.add("gridward.basemap.sources", file::toString);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 255, 255);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        tiles.stop(0);
    }

    @BeforeEach
    void fill() throws Exception {
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        if (filled) {
            return;
        }
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(JdbcClient.class)
                .sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        for (double lon : new double[] {122.119, 122.121}) {
            dispatcher.post(
                    "/api/v1/incidents",
                    Map.of("category", "noise", "description", "x", "location", Map.of("lon", lon, "lat", 30.02)));
        }
        filled = true;
    }

    @Test
    void aConfiguredMapIsShownWithItsCreditAndMovedByItsDatum() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find("#map-credit")).hasText("© Good maps · Map approval number GS(2026)0001");
            assertThat(screen.find(".foreign-tile img.leaflet-tile-loaded").first())
                    .isVisible();
            assertThat(screen.find(".base-tile")).hasCount(0);
            String moved = (String) screen.find(".foreign-tile").evaluate("node => node.style.transform");
            Matcher pixels =
                    Pattern.compile("translate3d\\((-?\\d+)px, (-?\\d+)px").matcher(moved);
            assertThat(pixels.find()).as(moved).isTrue();
            // Some 500 m to the east on the picture, at 16.5 m a pixel.
            assertThat(Integer.parseInt(pixels.group(1))).isBetween(-45, -12);
            assertThat(ASKED).isNotEmpty();
            screen.picture("base-map-of-another-server");
        }
    }

    @Test
    void aMapThatFailsGivesWayToOurOwnAndTheConsoleGoesOn() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row")).hasCount(2);
            screen.press("l");
            screen.find("#base-map").selectOption("bad");
            assertThat(screen.find("#map-credit")).containsText("“Bad map” does not answer");
            assertThat(screen.find("#base-map")).hasValue("own");
            assertThat(screen.find(".base-tile .leaflet-tile-loaded").first()).isVisible();
            screen.picture("base-map-that-fails");
            screen.find("#list-incidents .rows").focus();
            screen.press("j");
            assertThat(screen.find("#detail .detail-head")).isVisible();
        }
    }

    @Test
    void aMapThatDiesInTheMiddleOfAShiftGivesWayAsWell() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".foreign-tile img.leaflet-tile-loaded").first())
                    .isVisible();
            assertThat(screen.find(".foreign-tile img:not(.leaflet-tile-loaded)"))
                    .hasCount(0);
            down = true;
            screen.press("m", "+", "+");
            assertThat(screen.find("#map-credit")).containsText("“Good map” does not answer");
            assertThat(screen.find(".base-tile .leaflet-tile-loaded").first()).isVisible();
        } finally {
            down = false;
        }
    }

    @Test
    void pagesMayLoadPicturesFromTheNamedServersOnly() {
        String policy = TestApi.of(context).get("/login.html").header("Content-Security-Policy");
        assertThat(policy)
                .contains(
                        "img-src 'self' http://127.0.0.1:" + tiles.getAddress().getPort() + " data: blob:")
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
    }
}

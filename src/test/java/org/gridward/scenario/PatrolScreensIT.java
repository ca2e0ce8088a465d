package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.evidence.TestPhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A patrol's phone: photos and the place go with each step, wait without a network, and arrive once. */
@TestPropertySource(properties = "own-database=PatrolScreensIT")
class PatrolScreensIT extends ScreenTown {

    private static final String WRITES = "**/api/v1/incidents/*/{photos,actions}*";

    @BeforeEach
    void unit() {
        String unit = "U-" + TestTown.micro(1, 2);
        jdbc.sql("UPDATE access.users SET unit = :unit WHERE name = 'patrol'")
                .param("unit", unit)
                .update();
        dispatcher.send(
                "PUT",
                "/api/v1/units/" + unit,
                "{\"nameZh\":\"巡查一组\",\"nameEn\":\"Patrol 1\",\"kind\":\"foot\"}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void whatIsDoneWithoutANetworkIsKeptOverAReloadAndArrivesOnceWithPhotoAndPlace(String locale, ColorScheme scheme) {
        String id = report("for the patrol, " + locale);
        try (Screen screen = chromium.open(home, locale, 390, 844, scheme)) {
            screen.signInAt("/patrol.html", "patrol");
            Locator task = screen.find(".task[data-number='" + number(id) + "']");
            task.locator("[data-step=ACCEPT]").click();
            assertThat(task).hasAttribute("data-state", "ACCEPTED");

            assertThat(screen.find("#queue .status-at-risk")).hasCount(0);
            screen.page().route(WRITES, route -> route.abort());
            task.locator("[data-step=ARRIVE]").click();
            assertThat(task).hasAttribute("data-state", "ARRIVED");
            task.locator("[data-step=FINISH]").click();
            task.locator("textarea").fill("taken away");
            task.locator("input[type=file]")
                    .setInputFiles(new FilePayload("f.jpg", "image/jpeg", TestPhotos.plain("jpg", 600, 400)));
            assertThat(task.locator(".shots img")).hasCount(1);
            screen.picture("patrol-finish-" + locale);
            task.locator("[data-step=FINISH]").click();
            assertThat(screen.find("#queue")).containsText("2");
            assertThat(task).hasAttribute("data-state", "FINISHED");

            screen.page().reload();
            assertThat(screen.find("#queue")).containsText("2");
            assertThat(task).hasAttribute("data-state", "FINISHED");
            screen.picture("patrol-kept-" + locale);
            screen.page().unroute(WRITES);
            screen.page().evaluate("dispatchEvent(new Event('online'))");
            assertThat(screen.find("#queue .status-at-risk")).hasCount(0);
            assertThat(screen.find(".task-refused")).hasCount(0);
        }
        JsonNode evidence =
                dispatcher.get("/api/v1/incidents/" + id + "/evidence").json();
        assertThat(evidence.path("photos")).hasSize(1);
        assertThat(evidence.path("photos").path(0).path("purpose").asString()).isEqualTo("AFTER");
        assertThat(evidence.path("presence").size()).isPositive();
        assertThat(dispatcher
                        .get("/api/v1/incidents/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("FINISHED");
    }

    @Test
    void whatTheServerRefusesIsSaidAndStaysUntilItWasRead() {
        String id = report("gone on meanwhile");
        try (Screen screen = chromium.open(home, "en-GB", 390, 844, ColorScheme.LIGHT)) {
            screen.signInAt("/patrol.html", "patrol");
            Locator task = screen.find(".task[data-number='" + number(id) + "']");
            assertThat(task.locator("[data-step=ACCEPT]")).isVisible();
            screen.page().route(WRITES, route -> route.abort());
            task.locator("[data-step=ACCEPT]").click();
            assertThat(task).hasAttribute("data-state", "ACCEPTED");
            TestApi.Answer taken = dispatcher.post(
                    "/api/v1/incidents/" + id + "/actions",
                    Map.of("action", "VOID", "reason", "a joke"),
                    "If-Match",
                    dispatcher
                            .get("/api/v1/incidents/" + id)
                            .json()
                            .path("etag")
                            .asString());
            assertThat(taken.status()).as(taken.body()).isEqualTo(200);
            screen.page().unroute(WRITES);
            screen.page().evaluate("dispatchEvent(new Event('online'))");
            assertThat(screen.find(".task-refused .problem")).isVisible();
            screen.picture("patrol-refused");
            screen.find(".task-refused button").click();
            assertThat(screen.find(".task-refused")).hasCount(0);
        }
    }

    @Test
    void everyButtonOfATaskCanBeHitWithAThumb() {
        String id = report("for a thumb");
        try (Screen screen = chromium.open(home, "en-GB", 390, 844, ColorScheme.LIGHT)) {
            screen.signInAt("/patrol.html", "patrol");
            Locator buttons = screen.find(".task[data-number='" + number(id) + "'] .task-buttons .button");
            assertThat(buttons).hasCount(3);
            for (Locator button : buttons.all()) {
                assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(48);
                assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(48);
            }
            screen.assertClean();
        }
    }

    private String number(String id) {
        return dispatcher.get("/api/v1/incidents/" + id).json().path("number").asString();
    }

    private String report(String text) {
        return dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "exposed_rubbish",
                                "description",
                                text,
                                "location",
                                Map.of("lon", 122.115, "lat", 30.025)))
                .json()
                .path("id")
                .asString();
    }
}

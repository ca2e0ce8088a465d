package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = "own-database=NoticeScreensIT")
class NoticeScreensIT extends ScreenTown {

    private static final long STATUS_PAGE_BYTES = 60_000;

    @Autowired
    Places places;

    @BeforeEach
    void doors() {
        if (places.find("DOOR-1").isEmpty()) {
            places.load(List.of(
                            new NewPlace(
                                    "DOOR-1",
                                    "stairwell",
                                    "一号楼道",
                                    "Stairwell 1",
                                    122.115,
                                    30.015,
                                    Map.of("households", 12)),
                            new NewPlace(
                                    "BOARD-1",
                                    "notice-board",
                                    "一号公示牌",
                                    "Board 1",
                                    122.1152,
                                    30.015,
                                    Map.of("token", "tok1")))
                    .iterator());
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aReporterReadsHowTheCaseStandsWithLittleToLoad(String locale, ColorScheme scheme) {
        JsonNode incident = dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "water_leak",
                                "description",
                                "x",
                                "location",
                                Map.of("lon", 122.115, "lat", 30.015)))
                .json();
        dispatcher.post(
                "/api/v1/incidents/" + incident.path("id").asString() + "/progress",
                Map.of(
                        "zh",
                        "已联系物业，师傅下午来修",
                        "en",
                        "The plumber comes this afternoon",
                        "eta",
                        java.time.Instant.now().plusSeconds(7_200).toString()));
        try (Screen screen = chromium.open(home, locale, 390, 844, scheme)) {
            screen.page().navigate("/s/" + incident.path("trackingCode").asString());
            assertThat(screen.find("h1")).isVisible();
            assertThat(screen.find(".posts li")).hasCount(1);
            assertThat(screen.find(".eta")).isVisible();
            assertThat(screen.find(".steps li[aria-current]")).hasCount(1);
            assertThat(screen.bytesReceived()).isLessThan(STATUS_PAGE_BYTES);
            screen.picture("status-" + locale);
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aDispatcherCountsAndSendsABroadcastThatTheBoardShows(String locale, ColorScheme scheme) {
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/notices.html", "dispatcher");
            assertThat(screen.find("#tab-write[aria-selected=true]")).isVisible();
            screen.find("#map").click();
            assertThat(screen.find(".chips button")).hasCount(1);
            screen.find("input[name=titleZh]").fill("停水通知");
            screen.find("input[name=titleEn]").fill("Water off");
            screen.find("textarea[name=textZh]").fill("今晚停水抢修。");
            screen.find("#write button[type=submit]").click();
            assertThat(screen.find(".tally")).isVisible();
            screen.picture("broadcast-" + locale);
            screen.find("#write .button-primary").click();
            assertThat(screen.find("#sent .tally")).isVisible();
            assertThat(screen.find("#sent .row-head").first())
                    .containsText(locale.startsWith("zh") ? "停水通知" : "Water off");
            screen.picture("broadcast-sent-" + locale);
            screen.find("#tab-messages").click();
            assertThat(screen.find("#messages .part")).isVisible();
            screen.assertClean();
        }
    }

    @Test
    void theBoardsPageShowsWhatIsInForce() {
        TestApi.Answer draft = dispatcher.post(
                "/api/v1/broadcasts",
                Map.of(
                        "titleZh",
                        "停电通知",
                        "textZh",
                        "今晚停电。",
                        "validFrom",
                        "2026-01-01T00:00:00Z",
                        "validUntil",
                        java.time.Instant.now().plusSeconds(3_600).toString(),
                        "grids",
                        List.of(Map.of("layer", "micro-grid", "code", TestTown.micro(1, 1)))));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        String path = "/api/v1/broadcasts/" + draft.json().path("id").asString();
        assertThat(dispatcher.post(path + "/send", "", "If-Match", "\"1\"").status())
                .isEqualTo(200);
        try (Screen screen = chromium.open(home, "zh-CN", 390, 844, ColorScheme.LIGHT)) {
            screen.page().navigate("/report.html?board=tok1");
            assertThat(screen.find(".board-notice").last()).containsText("今晚停电");
            screen.picture("board-notice");
            screen.assertClean();
        }
    }
}

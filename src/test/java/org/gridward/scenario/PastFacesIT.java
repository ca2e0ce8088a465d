package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.gridward.TestTown;
import org.gridward.border.RegisterDesk;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

/** The register of gaps and overlaps on the console's map in time travel: drawn, counted and listed as it was that second. */
@TestPropertySource(properties = "own-database=PastFaces")
class PastFacesIT extends PastTown {

    @BeforeEach
    void baseMap() throws java.io.IOException {
        jdbc.sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
    }

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    @Test
    void gapsAndOverlapsAreThoseOfTheSecondOnTheMapAndInTheList() {
        layers.ensure(new Layer("shared-area", LayerKind.FREE, Optional.empty(), "共用片区", "Shared area"));
        Instant none = nextSecond();
        adoptShared(1);
        Instant narrow = nextSecond();
        adoptShared(0);
        Instant mended = nextSecond();
        adoptShared(2);
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(home, "en", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            String where = "&layer=shared-area&map=" + LAT + "," + LON + ",14";
            screen.page().navigate("/?at=" + text(narrow) + where);
            assertThat(screen.find("body")).hasClass(Pattern.compile("in-the-past"));
            screen.press("l");
            screen.button("List: Gaps, overlaps").click();
            screen.find("#layer-faces").check();
            Locator row = screen.find(".layer-rows li");
            assertThat(row).hasCount(1);
            assertThat(row).containsText("overlap-shared-area-000001");
            assertThat(screen.find(".layer-row:has(#layer-faces) .layer-count")).hasText("1");
            String small = row.locator(".small").innerText();
            awaitPainted(screen, true);
            screen.picture("past-faces-en-light");
            BoundingBox legend = screen.find("#legend").boundingBox();
            Assertions.assertThat(legend.y + legend.height)
                    .as("the legend ends above the bar of time, which has two rows here")
                    .isLessThanOrEqualTo(screen.find(".time-bar").boundingBox().y);

            go(screen, mended);
            assertThat(screen.find(".layer-panel")).containsText("had no gap and no overlap");
            assertThat(screen.find(".layer-row:has(#layer-faces) .layer-count")).hasText("0");
            awaitPainted(screen, false);

            go(screen, none);
            assertThat(screen.find(".past-note")).containsText("had no borders then");
            assertThat(screen.find(".layer-panel")).containsText("had no gap and no overlap");
            awaitPainted(screen, false);

            go(screen, narrow);
            assertThat(row).hasCount(1);
            assertThat(row.locator(".small")).hasText(small);
            awaitPainted(screen, true);

            screen.find(".time-now").click();
            assertThat(screen.find(".past-banner")).isHidden();
            assertThat(row).containsText("overlap-shared-area-000001");
            assertThat(row.locator(".small")).not().hasText(small);
            awaitPainted(screen, true);
            screen.assertClean();
        }
    }

    /** Two areas that share so many squares. */
    private void adoptShared(int squares) {
        editions.adopt(
                new AdoptEdition(
                        "shared-area",
                        now(),
                        List.of(
                                TestTown.grid("SA1", null, 0, 0, 2, 2),
                                TestTown.grid("SA2", null, 2 - squares, 1, 2, 2)),
                        Optional.empty(),
                        "test"),
                "planner");
        context.getBean(RegisterDesk.class).catchUp();
    }

    /** To another second in the same page, as the slider does; the command takes seconds too. */
    private static void go(Screen screen, Instant at) {
        screen.press("/");
        screen.page().keyboard().type("past " + at);
        screen.press("Enter");
        assertThat(screen.find(".time-clock")).hasText(CLOCK.format(at));
    }

    /** Until something, or nothing, of the register is drawn on the map. */
    private static void awaitPainted(Screen screen, boolean something) {
        screen.page().waitForFunction("""
                (something) => something === [...document.querySelectorAll('.leaflet-shapes-pane canvas')].some((canvas) => {
                  const { width, height } = canvas;
                  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
                  copy.drawImage(canvas, 0, 0);
                  return copy.getImageData(0, 0, width, height).data.some((value) => value > 0);
                })""", something);
    }
}

package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A wall hangs for weeks: borders of a new edition come onto it without a hand. */
@TestPropertySource(properties = "own-database=ReplayScreens")
class WallEditionIT extends PastTown {

    @Test
    void theOutlinesOfANewEditionAreFetchedOnceItIsInForce() {
        report("noise");
        JsonNode made =
                dispatcher.post("/api/v1/wall-tokens", Map.of("name", "hall")).json();
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(home, "en", 1366, 768, ColorScheme.DARK)) {
            screen.page()
                    .navigate("/wall?layer=micro-grid#t=" + made.path("secret").asString());
            assertThat(screen.find("#strip li")).not().hasCount(0);
            Response outlines =
                    screen.page().waitForResponse(answer -> answer.url().contains("/public/wall/shapes"), this::adopt);
            Assertions.assertThat(outlines.status()).isEqualTo(200);
            screen.assertClean();
        }
    }
}

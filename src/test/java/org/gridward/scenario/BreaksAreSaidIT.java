package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.gridward.TestLife;
import org.gridward.scenario.StreamProxy.Mode;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What the console says and sounds of breaks that nobody looks at: in a hidden tab, and where what happened cannot be read. */
@TestPropertySource(properties = "own-database=breaks")
class BreaksAreSaidIT extends StreamTown {

    /** As a browser does with the timers of a tab that nobody has looked at for minutes. */
    @Test
    void aHiddenTabWhoseTimersAreHeldBackSoundsForNewCasesAndForADeadStream() throws IOException {
        try (StreamProxy proxy = new StreamProxy(port);
                Screen screen = open(proxy.url())) {
            live(screen);
            screen.press("Escape");
            assertThat(screen.find(".sound-blocked")).isHidden();
            screen.page().evaluate("""
                    for (let last = setInterval(() => {}, 60000); last > 0; last -= 1) clearInterval(last);
                    Object.defineProperty(document, "hidden", { value: true });
                    """);
            report("pipe_burst", "heard in a hidden tab");
            screen.page().waitForFunction("() => window.tones.includes(988)");
            assertThat(screen.page().evaluate("window.tones.includes(520)")).isEqualTo(false);
            proxy.mode(Mode.STALL);
            screen.page()
                    .waitForFunction(
                            "() => window.tones.includes(520)",
                            null,
                            new Page.WaitForFunctionOptions().setTimeout(40_000));
        }
    }

    @Test
    void afterAHoleThatCannotBeReadTheScreenDoesNotCallItselfLive() throws IOException {
        String gone = report("gone in the hole");
        try (StreamProxy proxy = new StreamProxy(port);
                Screen screen = open(proxy.url())) {
            live(screen);
            screen.find("#line-" + gone).click();
            assertThat(screen.find("#detail .timeline")).isVisible();
            long seen = newest();
            proxy.mode(Mode.CUT);
            TestLife.act(dispatcher, gone, "VOID", "reason", "nothing there");
            String missed = report("missed in the hole");
            report("after it");
            screen.page().waitForCondition(() -> newest() >= seen + 3);
            jdbc.sql("DELETE FROM console.stream_events WHERE id < (SELECT max(id) FROM console.stream_events)")
                    .update();
            screen.page().route("**/api/v1/incidents?**", route -> route.abort());
            proxy.mode(Mode.PASS);
            assertThat(screen.find(".banner-unread")).isVisible(IN_THE_END);
            assertThat(screen.find(".stream.status-overdue")).isVisible();
            assertThat(row(screen, missed)).hasCount(0);
            screen.page().screenshot(picture("stream-unread"));

            screen.page().unroute("**/api/v1/incidents?**");
            assertThat(row(screen, missed)).isVisible(IN_THE_END);
            assertThat(screen.find(".banner-unread")).isHidden();
            assertThat(screen.find(".stream.status-on-time")).isVisible();
            assertThat(screen.find("#detail .detail-head")).containsText("作废");
            screen.press("Escape");
            assertThat(row(screen, gone)).hasCount(0);
        }
    }
}

package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** D01: sixty cases of a busy hour, worked without a mouse: every one is touched, some are taken all the way to closed. */
@TestPropertySource(properties = "own-database=busy")
class D01_ABusyHourByKeyboardIT extends DeskTown {

    private static final int CASES = 60;
    private static final int CLOSED = 8;
    private static final double LONGEST_MILLIS = 30_000;
    private static final List<String> CATEGORIES = List.of("noise", "pipe_burst", "exposed_rubbish", "noise");

    @Test
    void sixtyCasesAreWorkedByKeyboardOnly() {
        List<JsonNode> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(report(CATEGORIES.get(i % CATEGORIES.size()), "busy hour " + i));
        }
        try (Screen screen = console("zh-CN", "dispatcher")) {
            assertThat(screen.find(".heading-group").first()).isVisible();
            assertThat(
                            number(
                                    screen,
                                    "[...document.querySelectorAll('.list-summary b')].reduce((sum, b) => sum + Number(b.textContent), 0)"))
                    .isEqualTo(CASES);
            for (int i = 0; i < CASES; i++) {
                JsonNode incident = cases.get(i);
                switch (i % 6) {
                    case 0 -> assign(screen, incident);
                    case 1 -> transfer(screen, incident);
                    case 2 -> did(screen, incident, "t " + tail(incident) + " 已电话告知", "NOTE");
                    default -> did(screen, incident, "a " + tail(incident), "ACCEPT");
                }
            }
            for (int i = 3; i < 3 + CLOSED; i++) {
                close(screen, cases.get(i * 6 % 54 + 3));
            }
            screen.picture("busy-hour-zh");
            assertThat(number(screen, "window.mouse")).as("what a mouse did").isZero();
            screen.assertCleanButRefused(CLOSED);
        }
        List<String> states = cases.stream()
                .map(incident -> state(incident.path("id").asString()))
                .toList();
        assertThat(states.stream().filter("CLOSED"::equals)).hasSize(CLOSED);
        assertThat(states.stream().filter("ACCEPTED"::equals)).hasSize(CASES / 2 - CLOSED);
        for (int i = 0; i < CASES; i += 6) {
            assertThat(last(cases.get(i), "TRANSFER")).as("assigned").isNotEmpty();
            assertThat(last(cases.get(i + 1), "TRANSFER")).isEqualTo("micro-grid/" + TestTown.micro(2, 2));
            assertThat(actions(cases.get(i + 2))).contains("NOTE");
        }
    }

    private void assign(Screen screen, JsonNode incident) {
        screen.press("/");
        screen.page().keyboard().type("x " + tail(incident) + " ");
        assertThat(screen.find("#command-options [role=option]").first()).isVisible();
        screen.press("Enter");
        awaitAction(screen, incident, "TRANSFER");
    }

    private void transfer(Screen screen, JsonNode incident) {
        String to = "micro-grid/" + TestTown.micro(2, 2);
        did(screen, incident, "transfer " + tail(incident) + " " + to + " 归他们", "TRANSFER");
    }

    /** Accepted before: on the spot, finished, answered, helpers released, closed. */
    private void close(Screen screen, JsonNode incident) {
        did(screen, incident, "arrive " + tail(incident), "ARRIVE");
        did(screen, incident, "finish " + tail(incident), "FINISH");
        did(screen, incident, "answer " + tail(incident) + " 已处理完毕", "FEEDBACK");
        command(screen, "close " + tail(incident) + " REPAIRED");
        assertThat(screen.find("[data-release=all] input")).isFocused();
        screen.press("Enter");
        awaitAction(screen, incident, "CLOSE");
    }

    private void did(Screen screen, JsonNode incident, String line, String action) {
        command(screen, line);
        awaitAction(screen, incident, action);
    }

    /** Until the server has it and the bar rests. */
    private void awaitAction(Screen screen, JsonNode incident, String action) {
        screen.page()
                .waitForCondition(
                        () -> actions(incident).contains(action),
                        new Page.WaitForConditionOptions().setTimeout(LONGEST_MILLIS));
        assertThat(screen.find(".command:not([aria-busy]) .command-drop[hidden]"))
                .hasCount(1);
    }

    private List<String> actions(JsonNode incident) {
        return TestLife.read(dispatcher, incident.path("id").asString())
                .path("timeline")
                .valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
    }

    private String last(JsonNode incident, String action) {
        return TestLife.read(dispatcher, incident.path("id").asString())
                .path("timeline")
                .valueStream()
                .filter(entry -> entry.path("action").asString().equals(action))
                .map(entry -> entry.path("detail").path("to").asString())
                .reduce((first, second) -> second)
                .orElse("");
    }
}

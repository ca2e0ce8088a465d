package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.gridward.TestLife;
import org.gridward.architecture.GeneratedDocs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The console by keyboard: assigned in six presses, taken back, refused after it was shown, a session that ended, claims. */
class DeskKeysIT extends DeskTown {

    private static final int MOST_PRESSES = 6;

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void aNewCaseIsAssignedInSixPressesAndTakenBackWithOne(String locale) {
        try (Screen screen = console(locale, "dispatcher")) {
            JsonNode incident = report("pipe_burst", "to be assigned, " + locale);
            JsonNode before = TestLife.read(dispatcher, incident.path("id").asString());
            assertThat(row(screen, incident)).isVisible();
            screen.page().evaluate("window.presses = 0");

            screen.press("/");
            screen.page().keyboard().type("x ");
            screen.press("Enter");
            assertThat(screen.find("#command-options [role=option]").first()).isVisible();
            screen.press("Enter");

            assertThat(screen.find(".undo")).isVisible();
            JsonNode after = TestLife.read(dispatcher, incident.path("id").asString());
            assertThat(openUnits(after)).hasSize(1).allMatch(unit -> unit.startsWith("U-"));
            assertThat(number(screen, "window.presses")).isLessThanOrEqualTo(MOST_PRESSES);
            assertThat(number(screen, "window.mouse")).isZero();
            screen.picture("desk-assigned-" + locale);

            screen.press("u");
            assertThat(screen.find(".undo")).isHidden();
            JsonNode undone = TestLife.read(dispatcher, incident.path("id").asString());
            assertThat(undone.path("lead")).isEqualTo(before.path("lead"));
            assertThat(undone.path("state")).isEqualTo(before.path("state"));
            TestLife.act(dispatcher, incident.path("id").asString(), "VOID", "reason", "over");
            screen.assertClean();
        }
    }

    @Test
    void whatTheServerRefusesIsShownUndoneWithTheReasonAndTheWayOut() {
        JsonNode incident = report("noise", "refused after it was shown");
        String id = incident.path("id").asString();
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "done");
        try (Screen screen = console("en-GB", "dispatcher")) {
            command(screen, "close " + tail(incident) + " CLEARED");

            Locator error = screen.find(".action-bar > [aria-live]");
            says(error, "was shown as done, but the server refused it");
            says(error, "helpers");
            says(screen.find("#detail .detail-head"), "Answered");
            assertThat(state(id)).isEqualTo("FED_BACK");
            assertThat(screen.find("[data-release=all] input")).isFocused();
            screen.press("Enter");

            assertThat(screen.find(".undo")).isVisible();
            says(screen.find("#detail .detail-head"), "Closed");
            assertThat(state(id)).isEqualTo("CLOSED");
            assertThat(TestLife.read(dispatcher, id).path("closedHow").asString())
                    .isEqualTo("CLEARED");
            screen.press("u");
            says(screen.find("#detail .detail-head"), "Answered");
            assertThat(state(id)).isEqualTo("FED_BACK");
        }
    }

    @Test
    void aSessionThatEndsInMidActionLosesNothing() {
        JsonNode incident = report("noise", "the session ends");
        String id = incident.path("id").asString();
        try (Screen screen = console("en-GB", "dispatcher")) {
            command(screen, tail(incident));
            shows(screen, "#detail .actions");
            screen.press("t");
            screen.find(".action-form textarea").fill("half an hour of writing");
            screen.page().context().clearCookies();
            screen.press("Enter");

            assertThat(screen.find(".banner-sign input[type=password]")).isVisible();
            assertThat(screen.find(".action-form textarea")).hasValue("half an hour of writing");
            screen.find(".banner-sign input[type=password]").fill(org.gridward.TestApi.PASSWORD);
            screen.press("Enter");

            says(screen.find("#detail .timeline"), "half an hour of writing");
            assertThat(TestLife.read(dispatcher, id)
                            .path("timeline")
                            .valueStream()
                            .filter(entry -> entry.path("action").asString().equals("NOTE")))
                    .hasSize(1);
        }
    }

    /** Clocks that run and names of grids that arrive are not updates of a case. */
    @Test
    void anUpdateOfOneCaseChangesOnlyItsOwnNodes() {
        JsonNode incident = report("noise", "changes alone");
        report("noise", "stays as it is");
        try (Screen screen = console("en-GB", "dispatcher")) {
            assertThat(row(screen, incident)).isVisible();
            screen.page().evaluate("""
                    window.touched = [];
                    const rowsOf = (one) => one.target.matches?.(".rows") ? [...one.addedNodes, ...one.removedNodes] : [one.target];
                    const element = (node) => node.nodeType === 3 ? node.parentNode : node;
                    new MutationObserver((all) => window.touched.push(...all.flatMap(rowsOf)
                        .map(element)
                        .filter((node) => node && !node.closest(".row-left, .row-text, .heading, .spacer"))
                        .map((node) => node.closest(".row")?.dataset.id ?? node.outerHTML.slice(0, 80))))
                      .observe(document.querySelector(".rows"), { subtree: true, childList: true, attributes: true, characterData: true });
                    """);
            TestLife.act(dispatcher, incident.path("id").asString(), "ACCEPT");
            says(row(screen, incident).locator(".row-state"), "Accepted");

            assertThat((List<?>) screen.page().evaluate("[...new Set(window.touched)]"))
                    .isEqualTo(List.of(incident.path("id").asString()));
        }
    }

    @Test
    void theOthersSeeWhoWorksOnACaseAndWhoHasLeftIt() {
        JsonNode incident = report("noise", "worked on by two");
        String id = incident.path("id").asString();
        try (Screen mine = console("en-GB", "dispatcher");
                Screen theirs = console("en-GB", "dispatcher-2")) {
            command(mine, tail(incident));
            says(row(theirs, incident).locator(".row-claim"), "dispatcher");
            shows(mine, "#detail .actions");
            mine.press("e");
            says(row(mine, incident).locator(".row-claim-mine"), "me");
            says(row(theirs, incident).locator(".row-claim"), "dispatcher");
            command(theirs, tail(incident));
            says(theirs.find("#detail .claim-line"), "dispatcher works on it since");
            theirs.press("e");
            says(theirs.find(".toast").last(), "has been working on incident");

            mine.page().navigate("about:blank");
            jdbc.sql("UPDATE console.seats SET seen_at = seen_at - interval '5 minutes' WHERE holder = 'dispatcher'")
                    .update();
            theirs.page().reload();
            shows(theirs, "#detail .claim-line .row-claim-stale");
            theirs.press("e");
            says(theirs.find("#detail .claim-line"), "yours since");
            assertThat(jdbc.sql("SELECT taken_from FROM console.claims WHERE incident_id = ?::uuid")
                            .param(id)
                            .query(String.class)
                            .single())
                    .isEqualTo("dispatcher");
        }
    }

    @Test
    void notesWhistlesTransfersAndMergesAreTyped() {
        JsonNode incident = report("noise", "by command");
        JsonNode twin = report("noise", "the same matter");
        String id = incident.path("id").asString();
        try (Screen screen = console("en-GB", "dispatcher")) {
            command(screen, "note " + tail(incident) + " called back");
            says(screen.find("#detail .timeline"), "called back");
            command(screen, "whistle police they know why");
            says(screen.find("#detail .timeline"), "Whistled");
            command(screen, "transfer micro-grid/" + org.gridward.TestTown.micro(2, 2) + " it is theirs");
            says(screen.find("#detail .timeline"), "Transferred");
            command(screen, "merge " + tail(incident) + " " + tail(twin));
            says(screen.find("#detail .detail-head"), "Merged");
            assertThat(TestLife.read(dispatcher, id).path("mergedInto").asString())
                    .isEqualTo(twin.path("id").asString());
            assertThat(number(screen, "window.mouse")).isZero();
        }
    }

    @Test
    void thePageOfTheConsoleListsEveryKeyOfTheHelpAndEveryCommand() {
        try (Screen screen = console("en-GB", "dispatcher")) {
            screen.press("?");
            shows(screen, "dialog");
            GeneratedDocs.checkPart("console.md", "keys", table(screen, """
                    [...document.querySelectorAll("dialog dl.keys div")]
                      .map((line) => `| ${line.querySelector("dt").textContent} | ${line.querySelector("dd").textContent} |`).join("\\n")
                    """, "| key | what |"));
            screen.press("Escape");
            screen.press("/");
            shows(screen, "#command-options [role=option]");
            GeneratedDocs.checkPart("console.md", "commands", table(screen, """
                    [...document.querySelectorAll("#command-options [role=option]")]
                      .map((line) => `| ${line.querySelector(".option-label").textContent} | ${line.querySelector(".option-hint").textContent} |`).join("\\n")
                    """, "| command | typed as |"));
        }
    }

    private static String table(Screen screen, String lines, String head) {
        return head + "\n|---|---|\n" + screen.page().evaluate(lines) + "\n";
    }

    private static List<String> openUnits(JsonNode incident) {
        return incident.path("tasks")
                .valueStream()
                .filter(task -> task.path("part").asString().equals("LEAD")
                        && task.path("endedAt").isNull())
                .map(task -> task.path("unit").asString(""))
                .toList();
    }
}

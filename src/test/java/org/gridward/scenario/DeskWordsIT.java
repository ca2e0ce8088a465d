package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.TestLife;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is typed means what a dispatcher means by it, nothing pressed is lost, and what is not certain is not shown as certain. */
@TestPropertySource(properties = "own-database=deskwords")
class DeskWordsIT extends DeskTown {

    @Test
    void aCaseSaysWhereItIsWhoReportedItAndHowToCallBack() {
        JsonNode incident = dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "noise",
                                "description",
                                "music at night",
                                "channel",
                                "PHONE",
                                "location",
                                Map.of("lon", LON, "lat", LAT, "accuracyMeters", 25),
                                "reporter",
                                Map.of("name", "<b>Reporter</b> 7", "phone", "0580-1234567")))
                .json();
        try (Screen screen = console("en-GB", "dispatcher")) {
            command(screen, tail(incident));
            Locator place = screen.find("#detail [data-part=place]");
            says(place, "30.01500, 122.11500 ±25 m");
            says(place, "<b>Reporter</b> 7");
            says(place, "first received by dispatcher");
            assertThat(place.locator("a")).hasAttribute("href", "tel:0580-1234567");
            screen.assertClean();
        }
    }

    @Test
    void aFigureInANoteIsNoCaseAndAVerbAloneIsDone() {
        JsonNode other = report("noise", "another matter");
        JsonNode incident = report("noise", "a figure in a note");
        String number = other.path("number").asString();
        String figure = number.substring(number.length() - 1);
        try (Screen screen = console("en-GB", "dispatcher")) {
            command(screen, tail(incident));
            shows(screen, "#detail .actions");
            command(screen, "t " + figure + " are hurt");
            says(screen.find("#detail .timeline"), figure + " are hurt");
            assertThat(TestLife.read(dispatcher, other.path("id").asString())
                            .path("timeline")
                            .toString())
                    .doesNotContain("are hurt");
            command(screen, "accept");
            says(screen.find("#detail .detail-head"), "Accepted");
            says(screen.find("#detail .detail-head"), incident.path("number").asString());
        }
    }

    @Test
    void threeStepsPressedInOneGoAreAllDone() {
        JsonNode incident = report("noise", "three steps");
        try (Screen screen = console("en-GB", "dispatcher")) {
            command(screen, tail(incident));
            shows(screen, "#detail .actions");
            screen.press("a");
            screen.press("v");
            screen.press("f");
            says(screen.find("#detail .detail-head"), "Finished");
            assertThat(state(incident.path("id").asString())).isEqualTo("FINISHED");
        }
    }

    @Test
    void theSelectedCaseIsMergedIntoTheOneThatIsTakenFromTheList() {
        JsonNode leading = report("pipe_burst", "the first that was told of it");
        JsonNode incident = report("pipe_burst", "the second that was told of it");
        report("noise", "another matter");
        try (Screen screen = console("en-GB", "dispatcher")) {
            command(screen, tail(incident));
            shows(screen, "#detail .actions");
            screen.press("/");
            screen.page().keyboard().type("merge " + tail(leading));
            says(
                    screen.find("#command-options [aria-selected=true]"),
                    leading.path("number").asString());
            says(screen.find(".command-hint"), incident.path("number").asString());
            screen.press("Enter");
            says(screen.find("#detail .detail-head"), "Merged");
            JsonNode after = TestLife.read(dispatcher, incident.path("id").asString());
            assertThat(after.path("state").asString()).isEqualTo("MERGED");
            assertThat(after.path("mergedInto").asString())
                    .isEqualTo(leading.path("id").asString());
            TestLife.act(dispatcher, leading.path("id").asString(), "VOID", "reason", "over");
        }
    }

    @Test
    void whatTheServerHasNotConfirmedIsNotShownAsCertain() {
        JsonNode incident = report("noise", "a slow server");
        try (Screen screen = console("en-GB", "dispatcher")) {
            command(screen, tail(incident));
            shows(screen, "#detail .actions");
            List<Route> held = new ArrayList<>();
            screen.page().route("**/actions", held::add);
            screen.press("a");
            says(screen.find("#detail .detail-head"), "Accepted (not confirmed yet)");
            says(row(screen, incident).locator(".row-state"), "Accepted\u2026");
            says(screen.find(".action-bar > [aria-live]"), "is on its way");
            screen.page().unroute("**/actions");
            held.forEach(Route::resume);
            assertThat(screen.find("#detail .detail-head")).not().containsText("not confirmed");
            says(screen.find("#detail .detail-head"), "Accepted");
            assertThat(screen.find(".action-bar > [aria-live]")).isEmpty();
        }
    }
}

package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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

/** The page on which everything is set up, in a browser: forms by keyboard, what the server refuses, hostile names. */
@TestPropertySource(properties = "own-database=SetupScreensIT")
class SetupScreensIT extends ScreenTown {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final String GRID = "33099900100101";

    @Autowired
    Places places;

    @BeforeEach
    void board() {
        if (places.find("BOARD-1").isEmpty()) {
            places.load(List.of(new NewPlace(
                            "BOARD-1",
                            "notice-board",
                            "一号公示牌",
                            "Board 1",
                            122.1152,
                            30.015,
                            Map.of("gridCode", TestTown.micro(1, 1))))
                    .iterator());
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aPlannerDeclaresADepartmentByKeyboardAndIsToldWhatIsWrongBesideTheField(String locale, ColorScheme scheme) {
        String code = "canal_" + locale.substring(0, 2);
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/setup.html?part=departments", "planner");
            assertThat(screen.find("[data-key=water]")).isVisible();
            screen.press("n");
            assertThat(screen.find("input[name=code]")).isFocused();
            screen.page().keyboard().type("Not a code");
            screen.find("input[name=nameZh]").fill(HOSTILE);
            screen.find("input[name=nameEn]").fill(HOSTILE);
            screen.press("Control+Enter");
            assertThat(screen.find(".form-blame:visible")).hasCount(1);
            assertThat(screen.find("input[name=code]")).isFocused();
            assertThat(screen.find("input[name=nameZh]")).hasValue(HOSTILE);
            screen.picture("setup-refused-" + locale);
            screen.find("input[name=code]").fill(code);
            screen.press("Control+Enter");
            assertThat(screen.find("[data-key=" + code + "]")).containsText(HOSTILE);
            screen.press("Escape");
            assertThat(screen.find("#editor")).isHidden();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,DARK", "en-GB,LIGHT"})
    void aCategoryIsTriedAndChangedAndWhatIsTypedSurvivesALookAtAnother(String locale, ColorScheme scheme) {
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/setup.html?part=categories&key=water_leak", "planner");
            assertThat(screen.find("input[name=nameEn]")).hasValue("Water leak");
            screen.find("input[name=twinMeters]").fill(locale.startsWith("zh") ? "71" : "72");
            screen.find("[data-key=noise]").click();
            assertThat(screen.find("input[name=code]")).hasValue("noise");
            screen.find("[data-key=water_leak]").click();
            assertThat(screen.find(".setup-draft")).isVisible();
            assertThat(screen.find("input[name=twinMeters]")).hasValue(locale.startsWith("zh") ? "71" : "72");
            screen.find(".setup-send button[type=button]").click();
            assertThat(screen.find(".setup-form li")).containsText("water_leak.twinMeters");
            screen.picture("setup-category-" + locale);
            screen.find(".setup-send button[type=submit]").click();
            assertThat(screen.find(".setup-draft")).hasCount(0);
            assertThat(screen.find("input[name=twinMeters]")).hasValue(locale.startsWith("zh") ? "71" : "72");
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aShiftAnAbsenceAndACoverRuleArePlannedAndTakenBack(String locale, ColorScheme scheme) {
        String code = "NIGHT-" + locale.substring(0, 2);
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/setup.html?part=shifts", "planner");
            screen.find("input[name=team-grid]").fill(GRID);
            screen.press("Enter");
            assertThat(screen.find(".setup-teams b")).isVisible();
            screen.press("n");
            assertThat(screen.find("input[name=code]")).isFocused();
            screen.find("input[name=code]").fill(code);
            screen.find("input[name=nameZh]").fill("夜班");
            screen.find("input[name=nameEn]").fill("Night");
            screen.find("select[name=role]").selectOption("GRID_HEAD");
            screen.find("input[name=starts]").fill("22:00");
            screen.press("Control+Enter");
            assertThat(screen.find("[data-key=" + code + "]")).containsText("22:00\u201306:00");
            screen.picture("setup-shift-" + locale);
            screen.find("[data-do='setup.do.cancel']").click();
            screen.find("[data-do='setup.do.cancel']").click();
            assertThat(screen.find("[data-key=" + code + "]")).hasCount(0);

            screen.press("]");
            assertThat(screen.find(".setup-nav [aria-current]")).hasAttribute("data-part", "absences");
            screen.find(".setup-title").click();
            screen.press("n");
            screen.find("select[name=member]").selectOption("GRID_WORKER|网格员 " + GRID);
            screen.press("Control+Enter");
            assertThat(screen.find(".setup-table tbody tr")).containsText("网格员 " + GRID);
            screen.find(".setup-table tbody tr").click();
            screen.find("[data-do='setup.do.back']").click();
            screen.find("[data-do='setup.do.back']").click();
            assertThat(screen.find(".setup-table tbody tr")).hasCount(0);

            screen.find("[data-part=cover]").click();
            screen.press("n");
            screen.find("select[name=layer]").selectOption("grid");
            screen.find("input[name=role]").fill("GRID_WORKER");
            screen.press("Control+Enter");
            assertThat(screen.find(".setup-table tbody tr"))
                    .containsText(locale.startsWith("zh") ? "网格员" : "Grid worker");
            assertThat(screen.find(".setup-aside h3")).isVisible();
            screen.find("[data-do='setup.do.end']").click();
            screen.find("[data-do='setup.do.end']").click();
            assertThat(screen.find(".setup-table tbody tr")).hasCount(0);
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aFileOfTheHotlineIsTriedTakenAndWhatIsHeldIsSettled(String locale, ColorScheme scheme) {
        String number = "K-" + locale.substring(0, 2);
        String csv = "工单编号,诉求内容,诉求类别,诉求地址,经度,纬度\n"
                + number + "-1,楼道漏水,漏水,,122.115,30.015\n"
                + number + "-2," + HOSTILE + ",不知道的类别,,122.115,30.015\n";
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/setup.html?part=hotline", "dispatcher");
            screen.find("input[type=file]")
                    .setInputFiles(new FilePayload("orders.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            screen.find(".form-send button[type=submit]").click();
            assertThat(screen.find(".setup-tally b").first()).hasText("2");
            assertThat(screen.find(".setup-tally b").nth(2)).hasText("1");
            screen.picture("setup-hotline-" + locale);
            screen.find(".form-send button[type=button]").click();
            screen.find(".setup-panel a[href='?part=orders']").click();
            assertThat(screen.find(".setup-table tbody tr")).hasCount(1);
            assertThat(screen.find(".setup-table tbody tr")).containsText(HOSTILE);
            screen.find(".setup-table tbody tr").click();
            screen.find("select[name=category]").selectOption("noise");
            screen.picture("setup-held-" + locale);
            screen.press("Control+Enter");
            assertThat(screen.find(".setup-table tbody tr")).hasCount(0);
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aBoardGetsACodeAndASheetThatSaysWhoAnswers(String locale, ColorScheme scheme) {
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/setup.html?part=boards&key=BOARD-1", "planner");
            screen.find(".setup-board h3").waitFor();
            int before = screen.find(".setup-board li").count();
            screen.find("input[name=reason]").fill("定期更换 " + locale);
            screen.press("Control+Enter");
            assertThat(screen.find(".setup-board li")).hasCount(before + 1);
            assertThat(screen.find(".setup-board .status-on-time")).hasCount(1);
            screen.find("input[name=reason]").fill("被覆盖 " + locale);
            screen.press("Control+Enter");
            assertThat(replacedBecause(screen, "被覆盖 " + locale)).hasCount(1);
            assertThat(screen.find(".setup-board .status-on-time")).hasCount(1);
            assertThat(screen.find(".setup-qr")).isVisible();
            screen.picture("setup-board-" + locale);
            screen.page().navigate("/board-sheet.html?grid=" + GRID.replace("0101", "0102") + "&paper=A3");
            assertThat(screen.find(".sheet")).hasCount(1);
            assertThat(screen.find(".sheet-phone").first()).hasText("0580-0000000");
            assertThat(screen.find(".sheet-code img")).isVisible();
            assertThat((Boolean) screen.page()
                            .evaluate("document.querySelector('.sheet-code img').decode().then(() => true)"))
                    .isTrue();
            screen.picture("board-sheet-" + locale);
            screen.assertClean();
        }
    }

    private static Locator replacedBecause(Screen screen, String reason) {
        return screen.find(".setup-board li").filter(new Locator.FilterOptions().setHasText(reason));
    }

    @Test
    void aPatrolMayLookAtThePartsOfTheFieldOnlyAndSaveNothing() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/setup.html?part=departments", "patrol");
            assertThat(screen.find("[data-key=water]")).isVisible();
            assertThat(screen.find(".setup-head .button")).hasCount(0);
            assertThat(screen.find("[data-part=orders]")).hasCount(0);
            screen.find("[data-key=water]").click();
            assertThat(screen.find("input[name=nameEn]")).isDisabled();
            assertThat(screen.find(".setup-send")).hasCount(0);
            screen.assertClean();
        }
    }

    @Test
    void aSubscriptionAndAChatGroupAreMadeAndEnded() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/setup.html?part=subscriptions", "admin");
            assertThat(screen.find(".setup-head .button-primary")).isVisible();
            screen.press("n");
            screen.find("input[name=name]").fill("Water desk");
            screen.find("input[name=address]").fill("water@example.org");
            screen.find("input[name=events][value=IncidentReported]").check();
            screen.press("Control+Enter");
            assertThat(screen.find(".setup-table tbody tr")).containsText("water@example.org");
            screen.find("[data-do='setup.do.end']").click();
            screen.find("[data-do='setup.do.end']").click();
            assertThat(screen.find(".setup-table tbody tr")).hasCount(0);
            screen.find("[data-part=chat-groups]").click();
            screen.find(".setup-title").click();
            screen.press("n");
            screen.find("input[name=code]").fill("G-1");
            screen.find("input[name=nameZh]").fill("一号楼群");
            screen.find("input[name=nameEn]").fill("Group");
            screen.find("input[name=gridCode]").fill(TestTown.micro(1, 1));
            screen.press("Control+Enter");
            assertThat(screen.find("[data-key=G-1]")).isVisible();
            screen.find("input[name=nameEn]").fill("Group 1");
            screen.press("Control+Enter");
            assertThat(screen.find("[data-key=G-1]")).containsText("Group 1");
            screen.assertClean();
        }
        assertThat(TestApi.of(context)
                        .as("dispatcher")
                        .get("/api/v1/chat-groups")
                        .json()
                        .path("items"))
                .hasSize(1);
    }
}

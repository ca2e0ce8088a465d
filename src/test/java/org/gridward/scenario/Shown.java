package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;

/** Every page of the product in its main states: how to get there, and what is there once it has drawn itself. */
enum Shown {
    QUEUE("/", ".rows [role=treeitem]"),
    CASE("/", ".rows [role=treeitem]", "j", "Enter"),
    REPORT("/", ".rows [role=treeitem]", "n"),
    HELP("/", ".rows [role=treeitem]", "?"),
    GRIDS("/", ".rows [role=treeitem]", "2"),
    COMMAND("/", ".rows [role=treeitem]", "/"),
    ALARM_LIST("/", ".rows [role=treeitem]", "S"),
    LAYERS("/", ".rows [role=treeitem]", "l"),
    PAST("/", ".rows [role=treeitem]", "p"),
    AREA("/", ".rows [role=treeitem]", "z"),
    MOVE("/", ".rows [role=treeitem]", "j", "M"),
    PLANNING("/planning.html", "#bar nav a"),
    EVALUATION("/evaluation.html", "#sheet table"),
    PATROL("/patrol.html", "#bar nav a"),
    HANDOVER("/handover.html", "#bar nav a"),
    ALARMS("/alarms.html", "#bar nav a"),
    HELD("/quarantine.html", "main h1"),
    NOTICES("/notices.html", "#bar nav a"),
    CLOCKS("/clocks.html", "#year"),
    WALLS("/walls.html", "#make button"),
    CONTACTS("/contacts.html", "#streets table"),
    SETUP("/setup.html?part=departments", ".setup-table tbody tr"),
    SETUP_FORM("/setup.html?part=categories&key=noise", "#editor input[name=nameEn]"),
    SETUP_TEAM("/setup.html?part=shifts", "input[name=team-grid]"),
    SETUP_BOARD("/setup.html?part=boards&key=board-1", "#editor form"),
    BOARD_SHEET("/board-sheet.html?place=board-1", ".sheet"),
    WALL("/wall?layer=community", "#strip li");

    /** Pages that nobody signs in for. */
    static final List<String> OPEN_PAGES = List.of("/report.html?board=" + ShownTown.BOARD, "/login.html");

    final String path;
    private final String ready;
    private final String[] keys;

    Shown(String path, String ready, String... keys) {
        this.path = path;
        this.ready = ready;
        this.keys = keys;
    }

    /** Goes there; language: as of ?lang, null for the browser's. */
    void open(Screen screen, String language) {
        String query = language == null ? "" : (path.contains("?") ? "&" : "?") + "lang=" + language;
        screen.page().navigate(path + query);
        assertThat(screen.find(ready).first()).isVisible();
        screen.press(keys);
    }
}

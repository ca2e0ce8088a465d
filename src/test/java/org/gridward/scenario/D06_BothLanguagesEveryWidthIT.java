package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.gridward.GridwardIT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** D06: every page in both languages, light and dark, from a phone to a wide desk, and in the pseudo language. */
@GridwardIT
@TestPropertySource(properties = "own-database=every_screen")
class D06_BothLanguagesEveryWidthIT {

    /** Labels, buttons, heads and badges that are cut off, or that reach out of the window. */
    private static final String CUT = """
            JSON.stringify([...document.querySelectorAll(
                'button, h1, h2, h3, label, th, .status, .tabs *, .card *, .bar a, .menu-button, [data-fits]')]
              .filter((node) => node.checkVisibility() && !node.closest('.visually-hidden, .sr, .leaflet-container, [data-may-scroll]'))
              .filter((node) => {
                const style = getComputedStyle(node);
                if (style.display === 'inline' || style.textOverflow === 'ellipsis' || node.tagName === 'SELECT') return false;
                return node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1;
              })
              .map((node) => node.tagName + '.' + node.className + ' ' + node.textContent.slice(0, 60)))""";

    private static final String WIDTH = "document.documentElement.scrollWidth";

    /** What is readable on the page, one line a text. */
    private static final String READABLE = """
            (() => {
              const found = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const parent = walk.currentNode.parentElement;
                if (!/^(SCRIPT|STYLE|OPTION)$/.test(parent.tagName) && !parent.closest('.leaflet-container') && parent.checkVisibility())
                  found.push(walk.currentNode.data);
              }
              for (const node of document.querySelectorAll('[aria-label], [title], [placeholder]'))
                if (node.checkVisibility() && !node.closest('.leaflet-container'))
                  for (const name of ['aria-label', 'title', 'placeholder']) if (node.getAttribute(name)) found.push(node.getAttribute(name));
              return JSON.stringify(found);
            })()""";

    /** Words that come from the browser's own calendar, units, and the names of languages in themselves. */
    private static final String NO_WORDS = "(?i)\\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\b"
            + "|\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(am|pm|km|m|d|h|s|min|esc|enter|ctrl)\\b|中文|English";

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private static Chromium chromium;

    @Autowired
    private ApplicationContext context;

    private ShownTown town;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void fillTown() {
        town = ShownTown.of(context);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN,LIGHT,1366",
        "en-GB,DARK,1366",
        "zh-CN,DARK,390",
        "en-GB,LIGHT,390",
        "en-GB,LIGHT,1920",
        "zh-CN,DARK,1920",
        "en-GB,DARK,3840"
    })
    void nothingIsCutOffOrWiderThanItsWindow(String locale, ColorScheme scheme, int width) {
        List<String> faults = new ArrayList<>();
        try (Screen screen = chromium.open(town.home, locale, width, width * 9 / 16 + 400, scheme)) {
            screen.signInAt("/clocks.html", "dispatcher");
            for (Shown shown : Shown.values()) {
                shown.open(screen, null);
                String where = shown + " " + locale + " " + scheme + " " + width + ": ";
                String cut = screen.page().evaluate(CUT).toString();
                if (!cut.equals("[]")) {
                    faults.add(where + cut);
                }
                int wide = ((Number) screen.page().evaluate(WIDTH)).intValue();
                if (wide > width) {
                    faults.add(where + wide + " px wide");
                }
                screen.picture("d06-" + shown + "-" + locale + "-" + scheme + "-" + width);
            }
            screen.assertClean();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyWordComesFromADictionary() {
        Set<String> data = new ConcurrentSkipListSet<>(LONGEST_FIRST);
        Set<String> strangers = new TreeSet<>();
        try (Screen screen = chromium.open(town.home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.page().onResponse(response -> remember(response, data));
            screen.signInAt("/clocks.html", "dispatcher");
            screen.page().evaluate("localStorage.setItem('gridward.language', 'qps')");
            for (Shown shown : Shown.values()) {
                shown.open(screen, null);
                for (JsonNode text : JsonMapper.shared()
                        .readTree(screen.page().evaluate(READABLE).toString())) {
                    String left = stranger(text.asString(), data);
                    if (!left.isBlank()) {
                        strangers.add(shown + ": " + left);
                    }
                }
            }
            screen.picture("pseudo");
        }
        assertThat(strangers).as("words that are in no dictionary").isEmpty();
    }

    /** What is left of a text without what stands in brackets and without what the server sent. */
    private static String stranger(String text, Set<String> data) {
        StringBuilder strangers = new StringBuilder();
        String said = text.replaceAll("(?s)\u27E6.*\u27E7", " ").replaceAll(NO_WORDS, " ");
        for (String piece : said.split("[\u00B7\u2026\n]")) {
            String left = piece.strip();
            if (!left.isEmpty() && data.stream().anyMatch(known -> known.contains(piece.strip()))) {
                continue;
            }
            for (String known : data) {
                left = known.length() > 1 ? left.replace(known, " ") : left;
            }
            if (left.matches("(?s).*\\p{L}{2,}.*")) {
                strangers.append(left.strip()).append(" | ");
            }
        }
        return strangers.toString();
    }

    private static void remember(Response response, Set<String> data) {
        String type = response.headers().getOrDefault("content-type", "");
        if (!type.contains("json") || response.status() >= 300) {
            return;
        }
        try {
            strings(JsonMapper.shared().readTree(response.body()), data);
        } catch (JacksonException | PlaywrightException gone) {
            // An answer whose page was left before it came says nothing.
        }
    }

    private static void strings(JsonNode node, Set<String> data) {
        if (node.isString() && !node.asString().isBlank()) {
            data.add(node.asString());
        }
        node.forEach(child -> strings(child, data));
    }
}

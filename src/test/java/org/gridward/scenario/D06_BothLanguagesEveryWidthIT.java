package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

/** D06: every page in both languages, light and dark, from a phone to a wide desk. */
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

    /**
     * What is seen and did not come from a dictionary: texts and names with the pseudo language's brackets taken out. What is
     * typed as it stands in every language is marked {@code translate="no"}.
     */
    private static final String OUTSIDE = """
            (() => {
              const strip = (text) => {
                for (let depth = 0; /\u27e6[^\u27e6\u27e7]*\u27e7/.test(text) && depth < 9; depth++)
                  text = text.replace(/\u27e6[^\u27e6\u27e7]*\u27e7/g, ' ');
                return text.replace(/\s+/g, ' ').trim();
              };
              const found = new Set();
              const add = (text) => /[A-Za-z]{3}/.test(strip(text)) && found.add(strip(text));
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const { parentElement: parent, nodeValue: text } = walker.currentNode;
                if (!parent.closest('script, style, .leaflet-container, [translate=no]') && parent.checkVisibility()) add(text);
              }
              for (const node of document.querySelectorAll('[aria-label], [title], [placeholder]'))
                if (!node.closest('.leaflet-container, [translate=no]'))
                  for (const name of ['aria-label', 'title', 'placeholder']) add(node.getAttribute(name) || '');
              return [...found];
            })()""";

    /**
     * Texts of which a part is not seen: beyond the edge of something that hides what overflows and cannot be scrolled, or of the
     * window. One that ends in dots is whole when a title says all of it; a row that is left out as a whole is not cut.
     */
    private static final String CLIPPED = """
            () => {
              const hides = (how) => how === 'hidden' || how === 'clip';
              const range = document.createRange();
              const found = new Set();
              const cutBy = (text, box) => {
                let [across, down] = [true, true];
                for (let node = text.parentElement; node; node = node.parentElement) {
                  const style = getComputedStyle(node);
                  if (style.position === 'fixed') return null;
                  if (style.display === 'inline') continue;
                  const edge = node.getBoundingClientRect();
                  if ('leavesOut' in node.dataset && box.left >= edge.right) return null;
                  const slack = parseFloat(style.fontSize) * 0.4;
                  if (across && hides(style.overflowX) && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5)) return node;
                  if (down && hides(style.overflowY) && (box.bottom > edge.bottom + slack || box.top < edge.top - slack)) return node;
                  if (/auto|scroll/.test(style.overflowX)) across = false;
                  if (/auto|scroll/.test(style.overflowY)) down = false;
                }
                return across && (box.right > innerWidth + 1.5 || box.left < -1.5) ? document.body : null;
              };
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const text = walker.currentNode;
                const parent = text.parentElement;
                if (!text.nodeValue.trim() || parent.closest('script, style, select, svg, .visually-hidden, .sr, [data-may-scroll]')) continue;
                if (!parent.checkVisibility({ visibilityProperty: true })) continue;
                range.selectNodeContents(text);
                const box = range.getBoundingClientRect();
                const node = box.width && box.height ? cutBy(text, box) : null;
                if (!node) continue;
                const said = parent.closest('[title]')?.title ?? '';
                if (!said.includes(text.nodeValue.trim()))
                  found.add(`${parent.tagName}.${parent.className} in ${node.tagName}.${node.className}: ${text.nodeValue.trim().slice(0, 60)}`);
              }
              return [...found];
            }""";

    /** Names of months and days come from the browser; a page says its own product's name; units are written in Latin. */
    private static final String ALLOWED = "(?i)(gridward|[0-9:, ]|january|february|march|april|may|june|july|august"
            + "|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday"
            + "|wednesday|thursday|friday|saturday|sunday|enter|esc|ctrl|tab|space|[^a-z])*";

    /** Keeps all JSON that the page is sent: asked for afterwards, an answer that was broken off is waited for without end. */
    private static final String LISTEN = """
            window.sentJson = [];
            const ask = window.fetch;
            window.fetch = async (...what) => {
              const answer = await ask(...what);
              if (/json/.test(answer.headers.get('content-type') || ''))
                await answer.clone().text().then((text) => window.sentJson.push(text), () => {});
              return answer;
            };""";

    private static final String WIDTH = "document.documentElement.scrollWidth";

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
        "zh-CN,DARK,320",
        "en-GB,LIGHT,320",
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
    void everyWordOnEveryPageComesFromADictionary() {
        Set<String> faults = new TreeSet<>();
        try (Screen screen = chromium.open(town.home, "en-GB", 1366, 900, ColorScheme.LIGHT)) {
            screen.signInAt("/clocks.html", "dispatcher");
            screen.page().addInitScript(LISTEN);
            for (Shown shown : Shown.values()) {
                shown.open(screen, "qps");
                assertThat(screen.page().locator("body").innerText()).contains("\u27e6");
                String data = screen.page()
                        .evaluate("() => window.sentJson.join(' ')")
                        .toString();
                ((List<?>) screen.page().evaluate(OUTSIDE))
                        .stream()
                                .map(Object::toString)
                                .filter(text -> !text.matches(ALLOWED))
                                .filter(text -> !isData(text, data))
                                .forEach(text -> faults.add(shown + ": " + text));
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1366,768", "390,844"})
    void noTextIsCutOffWhereALanguageIsLonger(int width, int height) {
        Set<String> faults = new TreeSet<>();
        try (Screen screen = chromium.open(town.home, "en-GB", width, height, ColorScheme.LIGHT)) {
            screen.signInAt("/clocks.html", "dispatcher");
            for (Shown shown : Shown.values()) {
                shown.open(screen, "qps");
                ((List<?>) screen.page().evaluate(CLIPPED))
                        .forEach(text -> faults.add(shown + " " + width + ": " + text));
                screen.picture("d06-" + shown + "-qps-" + width);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Every word of it came from the server. */
    private static boolean isData(String text, String data) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}_]+"))
                .filter(word -> word.length() > 2 && !word.matches(ALLOWED))
                .allMatch(data::contains);
    }
}

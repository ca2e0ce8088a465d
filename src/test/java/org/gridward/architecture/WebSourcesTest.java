package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages may not do: turn text into markup or code, talk to strangers, ask the server past {@code api/}. */
class WebSourcesTest {

    private static final Map<String, Pattern> MARKUP = Map.of(
            "turns text into markup",
            Pattern.compile("\\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\\b|document\\.write"),
            "turns text into code",
            Pattern.compile("\\beval\\s*\\(|new Function\\b|set(?:Timeout|Interval)\\s*\\(\\s*[\"'`]"),
            "gives Leaflet a text, which it reads as HTML",
            Pattern.compile("(?:bindPopup|bindTooltip|setContent|setTooltipContent|setPopupContent)\\s*\\(\\s*[\"'`]"
                    + "|divIcon\\s*\\(\\s*\\{[^}]*html:\\s*[\"'`]"));

    private static final Pattern CALLS =
            Pattern.compile("\\bfetch\\s*\\(|\\bEventSource\\s*\\(|XMLHttpRequest|WebSocket|sendBeacon");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?:)?//(?!www\\.w3\\.org/)[a-z0-9-]+\\.[a-z]{2,}[^\\s\"'`)]*");
    private static final Pattern INLINE =
            Pattern.compile("(?i)<script(?![^>]*\\bsrc=)[^>]*>|\\son[a-z]+\\s*=|javascript:");

    @Test
    void neverTurnsTextIntoMarkupOrCode() {
        MARKUP.forEach((fault, pattern) ->
                assertThat(found(scripts("web"), pattern)).as(fault).isEmpty());

        assertThat(MARKUP.values().stream()
                        .filter(pattern -> pattern.matcher("box.innerHTML = name; eval(x); m.bindPopup(`<b>${name}`)")
                                .find()))
                .hasSize(3);
    }

    @Test
    void asksTheServerOnlyThroughApi() {
        List<SourceTree.SourceFile> outside = scripts("web/src").stream()
                .filter(file -> !file.path().startsWith("web/src/api/"))
                .toList();

        assertThat(found(outside, CALLS)).isEmpty();
        assertThat(CALLS.matcher("await fetch('/api/v1/me')").find()).isTrue();
    }

    @Test
    void namesNoOtherServer() {
        List<SourceTree.SourceFile> pages = Stream.of(".js", ".html", ".css", ".svg", ".webmanifest")
                .flatMap(ending -> SourceTree.files("web", ending).stream())
                .filter(file -> !file.path().startsWith("web/test/"))
                .toList();

        assertThat(found(pages, ADDRESS)).isEmpty();
        assertThat(ADDRESS.matcher("url(\"https://tiles.example.org/{z}\")").find())
                .isTrue();
        assertThat(ADDRESS.matcher("import('//cdn.example.com/x.js')").find()).isTrue();
        assertThat(ADDRESS.matcher("xmlns=\"http://www.w3.org/2000/svg\" // a comment")
                        .find())
                .isFalse();
    }

    @Test
    void keepsScriptsOutOfThePages() {
        assertThat(found(SourceTree.files("web", ".html"), INLINE)).isEmpty();
        assertThat(INLINE.matcher("<script>alert(1)</script>").find()).isTrue();
        assertThat(INLINE.matcher("<body onload=\"go()\">").find()).isTrue();
        assertThat(INLINE.matcher("<script type=\"module\" src=\"src/x.js\"></script>")
                        .find())
                .isFalse();
    }

    private static List<SourceTree.SourceFile> scripts(String folder) {
        List<SourceTree.SourceFile> scripts = SourceTree.files(folder, ".js").stream()
                .filter(file -> !file.path().startsWith("web/test/"))
                .toList();
        assertThat(scripts).isNotEmpty();
        return scripts;
    }

    private static List<String> found(List<SourceTree.SourceFile> files, Pattern pattern) {
        List<String> places = new ArrayList<>();
        for (SourceTree.SourceFile file : files) {
            Matcher matcher = pattern.matcher(file.text());
            if (matcher.find()) {
                places.add(file.path() + ": " + matcher.group());
            }
        }
        return places;
    }
}

package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting that the script, the server's configuration or the code reads is described, and no other. */
class ConfigurationTest {

    /** The settings a person may make, each with its meaning. */
    private static final Map<String, String> MEANING = new TreeMap<>(Map.ofEntries(
            Map.entry("GRIDWARD_HOME", "folder of the state: the private database, the built server, credentials"),
            Map.entry("GRIDWARD_PORT", "port of the pages and the API; health and metrics are on the next one"),
            Map.entry("GRIDWARD_BIND", "address to listen on"),
            Map.entry("GRIDWARD_DB_URL", "JDBC address of a PostGIS server to use in place of the private one"),
            Map.entry("GRIDWARD_DB_USER", "its user"),
            Map.entry("GRIDWARD_DB_PASSWORD", "its password"),
            Map.entry("GRIDWARD_JURISDICTION", "box that holds everything: west,south,east,north in degrees"),
            Map.entry("GRIDWARD_DEMO_PASSWORD", "one password for all demo users, for tests"),
            Map.entry("GRIDWARD_PUBLIC_URL", "address in QR codes and links, such as the one printed under the code"),
            Map.entry("GRIDWARD_PHOTOS", "folder of the photos; better on another disk than the database"),
            Map.entry("gridward.photos.folder", "the same as GRIDWARD_PHOTOS"),
            Map.entry(
                    "gridward.photos.months",
                    "months after which photos of a case that is over are forgotten; 0: never"),
            Map.entry("gridward.quarantine.days", "days after which dismissed reports are forgotten; 0: never"),
            Map.entry("gridward.stream.clients", "most live streams that a server feeds at once"),
            Map.entry("gridward.stream.each", "most live streams of a user; one more ends the oldest; 0: any number"),
            Map.entry(
                    "gridward.console.days",
                    "days after which alarms that sounded and watched seats are forgotten; 0: never"),
            Map.entry("gridward.photos.reserve", "what photos leave free of that disk, MB"),
            Map.entry("GRIDWARD_CONTACTS", "folder of each day's list of contacts for paper; empty: none is written"),
            Map.entry("gridward.contacts.folder", "the same as GRIDWARD_CONTACTS"),
            Map.entry("gridward.public.url", "the same as GRIDWARD_PUBLIC_URL"),
            Map.entry("GRIDWARD_DATA", "folder of the real data sets that some tests and measurements use"),
            Map.entry("gridward.home", "the same as GRIDWARD_HOME"),
            Map.entry("gridward.jurisdiction", "the same as GRIDWARD_JURISDICTION"),
            Map.entry("gridward.zone", "time zone of working hours, days and incident numbers"),
            Map.entry("gridward.grid.refresh", "how often a server looks for editions that another adopted, ms"),
            Map.entry(
                    "gridward.follow.delay",
                    "when a server first looks for borders that changed by time or elsewhere, ms"),
            Map.entry("gridward.commits.shared", "whether transactions that only add rows commit together; true"),
            Map.entry("gridward.follow.every", "how often it looks again, ms"),
            Map.entry(
                    "gridward.basemap.sources",
                    "JSON file of tile servers that pages may take their base map from; empty: our own map only"),
            Map.entry("gridward.mail.host", "mail server that messages go out by; empty: no mail is sent"),
            Map.entry("gridward.mail.port", "its port"),
            Map.entry("gridward.mail.user", "its user; empty: none is given"),
            Map.entry("gridward.mail.password", "that user's password"),
            Map.entry("gridward.mail.from", "sender of the mail"),
            Map.entry("gridward.mail.starttls", "true: mail leaves encrypted or not at all"),
            Map.entry(
                    "gridward.webhook.hosts",
                    "hosts that webhooks may go to, with commas between; empty: none is sent"),
            Map.entry("gridward.webhook.inside", "true: such a host may have an address of this network"),
            Map.entry("gridward.notice.timeout", "how long a mail server or webhook may take to answer, ms"),
            Map.entry("gridward.grid.memory", "most memory for maps of editions, MB; 0: half of the heap")));

    /** Names that the script and the program it starts pass to one another; nobody sets them. */
    private static final Pattern INTERNAL = Pattern.compile("GRIDWARD_(?:SCRIPT|PG_BIN|BUILT|SESSION)");

    private static final Pattern VARIABLE = Pattern.compile("\\bGRIDWARD_[A-Z]+(?:_[A-Z]+)*\\b");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(gridward\\.[a-z.]+)");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{([A-Za-z_.]+):([^}]*)}");

    @Test
    void describesEverySettingAndNoOther() {
        Set<String> read = new TreeSet<>();
        sources().forEach(file -> read.addAll(names(file.text())));

        assertThat(read).isEqualTo(MEANING.keySet());
        assertThat(names("${gridward.new:1} \"$GRIDWARD_NEW\" GRIDWARD_SCRIPT"))
                .containsExactly("GRIDWARD_NEW", "gridward.new");
    }

    @Test
    void writesTheTable() {
        Map<String, String> defaults = new TreeMap<>();
        sources().forEach(file -> {
            Matcher matcher = DEFAULT.matcher(file.text());
            while (matcher.find()) {
                defaults.putIfAbsent(matcher.group(1), matcher.group(2));
            }
        });
        StringBuilder page = new StringBuilder(
                        "# Settings\n\nWritten by `ConfigurationTest`; do not edit. Variables of ")
                .append("the environment are for everybody; properties are given to the server as `--name=value`.\n\n")
                .append("| name | default | meaning |\n|---|---|---|\n");
        MEANING.forEach((name, meaning) -> {
            String value = defaults.getOrDefault(name, "");
            page.append("| `%s` | %s | %s |\n".formatted(name, value.isEmpty() ? "-" : "`" + value + "`", meaning));
        });
        GeneratedDocs.check("configuration.md", page.toString());
    }

    private static Stream<SourceTree.SourceFile> sources() {
        return Stream.of(
                        SourceTree.files("src/main/java", ".java").stream()
                                .filter(file -> !file.path().contains("/bench/")),
                        Stream.of(SourceTree.read(Path.of("src/main/resources/application.yaml"))),
                        Stream.of(SourceTree.read(Path.of("gridward"))))
                .flatMap(stream -> stream);
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        for (Pattern pattern : new Pattern[] {VARIABLE, PROPERTY}) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String name = matcher.group(matcher.groupCount());
                if (!INTERNAL.matcher(name).matches()) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}

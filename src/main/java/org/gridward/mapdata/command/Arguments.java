package org.gridward.mapdata.command;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.mapdata.files.TextCharset;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;

/** The words of a command line, sorted into options with a value, switches and the rest. */
final class Arguments {

    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();

    private Arguments() {}

    /**
     * Sorts the words.
     *
     * @param valued options that take a value, each with its dashes
     * @param switches options without one
     * @throws Problem 400 (exit status 2) naming an unknown option or one whose value is missing
     */
    static Arguments parse(List<String> words, Set<String> valued, Set<String> switches) {
        Arguments parsed = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals > 0 && valued.contains(word.substring(0, equals)) ? word.substring(0, equals) : word;
            if (valued.contains(name)) {
                String value =
                        name.equals(word) ? i + 1 < words.size() ? words.get(++i) : null : word.substring(equals + 1);
                if (value == null) {
                    throw usage("The option " + name + " needs a value.");
                }
                parsed.options.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            } else if (switches.contains(word)) {
                parsed.options.put(word, List.of(""));
            } else if (word.startsWith("-") && word.length() > 1) {
                throw usage("There is no option " + word + "; options are " + valued + " " + switches + ".");
            } else {
                parsed.rest.add(word);
            }
        }
        return parsed;
    }

    static Problem usage(String message) {
        return Problem.unreadable("usage", message + " See --help.");
    }

    List<String> rest() {
        return rest;
    }

    /** The one file named; anything else is a usage error. */
    Path file() {
        if (rest.size() != 1) {
            throw usage(rest.isEmpty() ? "Name the file." : "Name one file, not " + rest.size() + ": " + rest + ".");
        }
        return Path.of(rest.get(0));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(options.get(option)).map(values -> values.get(values.size() - 1));
    }

    List<String> list(String option) {
        return options.getOrDefault(option, List.of());
    }

    String require(String option) {
        return find(option).orElseThrow(() -> usage("The option " + option + " is missing."));
    }

    Optional<Charset> encoding() {
        return find("--encoding").map(name -> TextCharset.named(name)
                .orElseThrow(
                        () -> usage("The encoding '" + name + "' is not known; write UTF-8, GBK or windows-1252.")));
    }

    /** The zone of {@code --zone}, else the one given. */
    ZoneId zone(ZoneId other) {
        return find("--zone")
                .map(name -> {
                    try {
                        return ZoneId.of(name);
                    } catch (DateTimeException e) {
                        throw usage("The zone '" + name + "' is not known; write Asia/Shanghai or America/Chicago.");
                    }
                })
                .orElse(other);
    }

    /** A time: ISO 8601 with an offset, or a date or local time of the zone. */
    Optional<Instant> instant(String option, ZoneId zone) {
        return find(option).map(text -> {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return date(option, text).atStartOfDay(zone).toInstant();
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?")) {
                return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
            }
            return Instants.parse(text, option);
        });
    }

    private static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw usage("The date '" + text + "' of " + option + " does not exist.");
        }
    }

    /** {@code --map column=field}, any number of times. */
    Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        for (String pair : list("--map")) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw usage("--map " + pair + " is not of the form column=field.");
            }
            map.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return map;
    }
}

package org.gridward.intake;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text that people paste from a chat group into messages. A message begins with a line that has a time and a name
 * in one of the usual orders ({@code 2025-08-26 07:43 name: text}, {@code name 2025/8/26 7:43}, {@code [07:43] name：text},
 * {@code name 昨天 07:43}); the lines after it belong to it. A text without any such line is one message. Pure.
 */
final class ChatReader {

    private static final String DATE = "(?:(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?|"
            + "(?<month2>\\d{1,2})月(?<day2>\\d{1,2})日|(?<word>今天|昨天|前天))";
    private static final String TIME = "(?<part>凌晨|早上|上午|中午|下午|晚上)?\\s?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?";
    private static final String STAMP = "[\\[(]?(?:" + DATE + "[\\sT]{0,3})?" + TIME + "[\\])]?";
    private static final String NAME = "(?<who>[^\\s:\\[\\]()0-9][^:\\[\\]()]{0,29}?)";
    private static final Pattern TIME_FIRST = Pattern.compile(STAMP + "\\s{0,3}" + NAME + "\\s?(?::\\s?(?<text>.*))?");
    private static final Pattern NAME_FIRST = Pattern.compile(NAME + "\\s{1,3}" + STAMP + "\\s?:?\\s?(?<text>.*)");
    private static final Pattern TIME_ONLY = Pattern.compile(STAMP + "\\s{0,3}(?<text>.*)");
    private static final int HEADER_MOST = 300;

    private final ZoneId zone;
    private final LocalDate today;
    private final Instant now;
    private LocalDate date;

    /**
     * @param today the date of the paste: of times that stand without one, until the paste names another
     * @param now nothing was written later: a time of today that has not come yet was yesterday's
     */
    ChatReader(ZoneId zone, LocalDate today, Instant now) {
        this.zone = zone;
        this.today = today;
        this.now = now;
        this.date = today;
    }

    List<ChatMessage> read(String pasted) {
        List<ChatMessage> messages = new ArrayList<>();
        ChatMessage open = null;
        StringBuilder text = new StringBuilder();
        String[] lines = pasted.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = Normalizer.normalize(lines[i], Normalizer.Form.NFKC)
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            ChatMessage header = header(i + 1, line);
            if (header != null) {
                close(messages, open, text);
                open = header;
                text.append(header.text());
            } else if (!line.isEmpty()) {
                open = open == null ? new ChatMessage(i + 1, null, null, "") : open;
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
        }
        close(messages, open, text);
        return messages;
    }

    private static void close(List<ChatMessage> messages, ChatMessage open, StringBuilder text) {
        if (open != null && !text.isEmpty()) {
            messages.add(new ChatMessage(open.line(), open.at(), open.who(), text.toString()));
        }
        text.setLength(0);
    }

    private ChatMessage header(int line, String text) {
        if (text.length() > HEADER_MOST) {
            return null;
        }
        for (Pattern form : List.of(TIME_FIRST, NAME_FIRST)) {
            Matcher match = form.matcher(text);
            if (match.matches()) {
                String said = match.group("text");
                return message(line, match, match.group("who").strip(), said == null ? "" : said.strip());
            }
        }
        Matcher match = TIME_ONLY.matcher(text);
        return match.matches() ? message(line, match, null, match.group("text").strip()) : null;
    }

    /** Null where the time does not exist: then the line is text like any other. */
    private ChatMessage message(int line, Matcher match, String who, String text) {
        try {
            LocalDate day = date(match);
            int hour = Integer.parseInt(match.group("hour"));
            String part = match.group("part");
            if (part != null && hour < 12 && (part.equals("下午") || part.equals("晚上"))) {
                hour += 12;
            } else if (hour == 12 && "凌晨".equals(part)) {
                hour = 0;
            }
            LocalTime time = LocalTime.of(hour, Integer.parseInt(match.group("minute")));
            if (day.atTime(time).atZone(zone).toInstant().isAfter(now) && isUndated(match)) {
                day = day.minusDays(1);
            }
            date = day;
            return new ChatMessage(line, day.atTime(time).atZone(zone).toInstant(), who, text);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private LocalDate date(Matcher match) {
        if (match.group("year") != null) {
            return LocalDate.of(number(match, "year"), number(match, "month"), number(match, "day"));
        }
        if (match.group("month2") != null) {
            LocalDate ofThisYear = LocalDate.of(today.getYear(), number(match, "month2"), number(match, "day2"));
            return ofThisYear.isAfter(today) ? ofThisYear.minusYears(1) : ofThisYear;
        }
        if (match.group("word") != null) {
            return today.minusDays(List.of("今天", "昨天", "前天").indexOf(match.group("word")));
        }
        return date;
    }

    private static boolean isUndated(Matcher match) {
        return match.group("year") == null && match.group("month2") == null && match.group("word") == null;
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}

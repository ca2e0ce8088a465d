package org.gridward.deadline;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** The segments of a working day, in order, apart from each other, such as {@code 08:30-12:00,13:30-17:30}. */
public record WorkHours(List<Segment> segments) {

    /** From a minute of the day to a later one, at most 1440. */
    public record Segment(int fromMinute, int toMinute) {}

    static final int DAY_MINUTES = 24 * 60;
    static final WorkHours WHOLE_DAY = new WorkHours(List.of(new Segment(0, DAY_MINUTES)));

    private static final Pattern SEGMENT = Pattern.compile("(\\d{2}):(\\d{2})-(\\d{2}):(\\d{2})");

    public WorkHours {
        segments = List.copyOf(segments);
    }

    /** @throws Problem 422 {@code work-hours} for a text that is no list of segments in order */
    static WorkHours parse(String text) {
        List<Segment> segments = new ArrayList<>();
        int end = -1;
        for (String part : (text == null ? "" : text).split(",", -1)) {
            Matcher match = SEGMENT.matcher(part.strip());
            if (!match.matches()) {
                throw unreadable(text, "'" + part.strip() + "' is no segment");
            }
            Segment segment = new Segment(
                    minute(text, match.group(1), match.group(2)), minute(text, match.group(3), match.group(4)));
            if (segment.fromMinute() <= end || segment.toMinute() <= segment.fromMinute()) {
                throw unreadable(text, "'" + part.strip() + "' does not lie after what comes before it");
            }
            end = segment.toMinute();
            segments.add(segment);
        }
        return new WorkHours(segments);
    }

    private static int minute(String text, String hours, String minutes) {
        int minute = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (Integer.parseInt(minutes) > 59 || minute > DAY_MINUTES) {
            throw unreadable(text, hours + ":" + minutes + " is no time of day");
        }
        return minute;
    }

    private static Problem unreadable(String text, String why) {
        return Problem.unprocessable(
                        "work-hours",
                        "The working hours '" + text + "' cannot be read: " + why
                                + ". Write segments such as 08:30-12:00,13:30-17:30, at most to 24:00.")
                .with("/workHours", Fault.HOURS, why);
    }

    /** How long one working day is. */
    Duration day() {
        return Duration.ofMinutes(segments.stream()
                .mapToInt(segment -> segment.toMinute() - segment.fromMinute())
                .sum());
    }

    public String text() {
        return segments.stream()
                .map(segment -> clock(segment.fromMinute()) + "-" + clock(segment.toMinute()))
                .collect(Collectors.joining(","));
    }

    private static String clock(int minute) {
        return minute == DAY_MINUTES
                ? "24:00"
                : LocalTime.ofSecondOfDay(minute * 60L).toString();
    }
}

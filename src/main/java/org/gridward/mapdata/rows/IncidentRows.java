package org.gridward.mapdata.rows;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridward.geodesy.LonLat;
import org.gridward.incident.PastIncident;
import org.gridward.incident.State;
import org.gridward.mapdata.files.Row;

/** Rows of past incidents. A category word that is not known becomes the fallback and stays as an attribute. */
public final class IncidentRows implements RowReader<PastIncident> {

    /** The fields this import knows. */
    public static final List<String> FIELDS = List.of(
            "number",
            "category",
            "description",
            "occurred_at",
            "occurred_date",
            "occurred_hour",
            "lon",
            "lat",
            "x",
            "y",
            "channel",
            "state",
            "closed_at");

    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int LONGEST_NUMBER = 60;

    private final FieldNames names;
    private final PositionReader positions;
    private final TimeReader times;
    private final Function<String, Optional<String>> categories;
    private final Optional<String> fallback;
    private final Clock clock;

    /**
     * @param categories from a word to the code of a category that can be reported
     * @param fallback code of the category for unknown words
     * @throws org.gridward.platform.Problem 400 when the file has no time or no category column
     */
    public IncidentRows(
            FieldNames names,
            PositionReader positions,
            TimeReader times,
            Function<String, Optional<String>> categories,
            Optional<String> fallback,
            Clock clock) {
        if (!names.has("occurred_date")) {
            names.require("occurred_at");
        }
        if (fallback.isEmpty()) {
            names.require("category");
        }
        this.names = names;
        this.positions = positions;
        this.times = times;
        this.categories = categories;
        this.fallback = fallback;
        this.clock = clock;
    }

    @Override
    public PastIncident read(Row row) {
        RowTexts texts = new RowTexts(row, names);
        Map<String, Object> attributes = texts.attributes(false);
        Instant occurredAt = occurredAt(texts);
        LonLat at = positions.read(row);
        positions.raw(row, "import").ifPresent(raw -> attributes.put("raw", raw));
        return new PastIncident(
                number(texts),
                category(texts, attributes),
                description(texts),
                at.lon(),
                at.lat(),
                occurredAt,
                texts.text("channel").isEmpty() ? null : texts.text("channel"),
                state(texts),
                closedAt(texts, occurredAt),
                attributes);
    }

    private static String number(RowTexts texts) {
        String number = texts.text("number");
        if (number.length() > LONGEST_NUMBER) {
            throw new BadRow(texts.column("number"), number, "the number is too long", "use at most 60 characters");
        }
        return number.isEmpty() ? null : number;
    }

    private Instant occurredAt(RowTexts texts) {
        String field = names.has("occurred_date") ? "occurred_date" : "occurred_at";
        Instant at = times.read(texts.column(field), texts.required(field), hour(texts));
        if (at.isAfter(clock.instant())) {
            throw new BadRow(texts.column(field), texts.text(field), "it lies in the future", "check date and zone");
        }
        return at;
    }

    private static Optional<Integer> hour(RowTexts texts) {
        Double hour = texts.number("occurred_hour");
        if (hour == null) {
            return Optional.empty();
        }
        if (hour < 0 || hour > 24 || hour != Math.rint(hour)) {
            throw new BadRow(
                    texts.column("occurred_hour"), texts.text("occurred_hour"), "it is no hour", "write 0 to 24");
        }
        return Optional.of(hour.intValue());
    }

    private String category(RowTexts texts, Map<String, Object> attributes) {
        String word = texts.text("category");
        Optional<String> known = word.isEmpty() ? Optional.empty() : categories.apply(word);
        if (known.isPresent()) {
            return known.get();
        }
        if (!word.isEmpty()) {
            attributes.putIfAbsent("external_category", word);
        }
        return fallback.orElseThrow(() -> new BadRow(
                texts.column("category"),
                word,
                word.isEmpty() ? "there is no category" : "it is no category of incidents",
                "--category other takes every unknown word as other and keeps it as an attribute"));
    }

    private static String description(RowTexts texts) {
        String description = texts.text("description");
        if (description.length() > LONGEST_DESCRIPTION || description.indexOf('\0') >= 0) {
            throw new BadRow(
                    texts.column("description"),
                    description,
                    "the description is too long",
                    "use at most 4,000 characters");
        }
        return description;
    }

    private static String state(RowTexts texts) {
        String state = texts.text("state");
        for (State known : State.values()) {
            if (known.name().equalsIgnoreCase(state)) {
                return known.name();
            }
        }
        if (!state.isEmpty()) {
            throw new BadRow(texts.column("state"), state, "it is no state", "write CLOSED, or leave it empty");
        }
        return null;
    }

    private Instant closedAt(RowTexts texts, Instant occurredAt) {
        String text = texts.text("closed_at");
        if (text.isEmpty()) {
            return null;
        }
        Instant closedAt = times.read(texts.column("closed_at"), text, Optional.empty());
        if (closedAt.isBefore(occurredAt)) {
            throw new BadRow(
                    texts.column("closed_at"), text, "it lies before the incident occurred", "check both times");
        }
        return closedAt;
    }

    @Override
    public LonLat position(PastIncident incident) {
        return new LonLat(incident.lon(), incident.lat());
    }

    @Override
    public Instant at(PastIncident incident) {
        return incident.occurredAt();
    }
}

package org.gridward.patrol.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gridward.geodesy.Datum;
import org.gridward.patrol.Fix;
import org.gridward.patrol.RefusedFix;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.TrackReceipt;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The body of POST /tracks. A point that cannot be read is refused alone, with its index; the batch around it lives on.
 * {@code indexes} says where each readable fix stood in the body.
 */
record TrackBody(String unit, Datum datum, List<Fix> fixes, List<Integer> indexes, List<RefusedFix> unreadable) {

    /** @throws Problem 400 when the frame of the body is not as the contract says, 413 when it holds too many points */
    static TrackBody of(JsonNode body) {
        JsonNode unit = body.path("unit");
        if (!unit.isString() || unit.stringValue().isBlank()) {
            throw Problem.unreadable("missing-unit", "The body needs the member unit, the code of a patrol unit.")
                    .with("/unit", Fault.MISSING, "missing or no text");
        }
        JsonNode points = body.path("points");
        if (!points.isArray()) {
            throw Problem.unreadable("missing-points", "The body needs the member points, a list of fixes.")
                    .with("/points", Fault.MISSING, "missing or no list");
        }
        if (points.size() > TrackLog.BATCH_AT_MOST) {
            throw Problem.tooLarge(
                    "too-many-fixes",
                    points.size() + " points in one batch; send at most " + TrackLog.BATCH_AT_MOST
                            + ", the order of batches does not matter.");
        }
        TrackBody read = new TrackBody(
                unit.stringValue(), datum(body.path("datum")), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < points.size(); i++) {
            read.add(points.get(i), i);
        }
        return read;
    }

    /** The receipt with the indexes of the body, and the points that could not be read among the refused. */
    TrackReceipt receipt(TrackReceipt ofFixes) {
        List<RefusedFix> refused = new ArrayList<>(unreadable);
        for (RefusedFix one : ofFixes.refused()) {
            refused.add(new RefusedFix(indexes.get(one.index()), one.reason()));
        }
        refused.sort(Comparator.comparingInt(RefusedFix::index));
        return new TrackReceipt(ofFixes.accepted(), ofFixes.duplicate(), refused);
    }

    private void add(JsonNode point, int index) {
        try {
            JsonNode time = point.path("t");
            if (!time.isString()) {
                throw new IllegalArgumentException("the time t is missing; send ISO 8601 text with an offset");
            }
            fixes.add(new Fix(
                    time(time.stringValue()),
                    number(point, "lon"),
                    number(point, "lat"),
                    optional(point, "accuracyMeters"),
                    optional(point, "speedMetersPerSecond")));
            indexes.add(index);
        } catch (IllegalArgumentException reason) {
            unreadable.add(new RefusedFix(index, reason.getMessage()));
        }
    }

    private static Instant time(String text) {
        try {
            return Instants.parse(text, "/t");
        } catch (Problem unreadable) {
            throw new IllegalArgumentException(unreadable.detail());
        }
    }

    private static double number(JsonNode point, String member) {
        Double value = optional(point, member);
        if (value == null) {
            throw new IllegalArgumentException(member + " is missing; send degrees as a number");
        }
        return value;
    }

    private static Double optional(JsonNode point, String member) {
        JsonNode value = point.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException(member + " is not a number");
        }
        return value.doubleValue();
    }

    private static Datum datum(JsonNode name) {
        if (name.isMissingNode() || name.isNull()) {
            return Datum.WGS84;
        }
        try {
            return Datum.valueOf(name.asString("").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.unprocessable(
                            "unknown-datum",
                            "The datum " + name + " is not known; use one of " + Arrays.toString(Datum.values()) + ".")
                    .with("/datum", Fault.UNKNOWN, "not known");
        }
    }
}

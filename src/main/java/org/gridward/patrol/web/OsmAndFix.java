package org.gridward.patrol.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.gridward.patrol.Fix;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Problem;

/**
 * One fix in the query form of OsmAnd and the Traccar client: id, lat, lon, timestamp (epoch seconds or milliseconds, or
 * ISO 8601; now where absent), speed in knots, accuracy in metres. bearing, altitude, batt and others are read over.
 */
record OsmAndFix(String unit, Fix fix) {

    private static final double METERS_PER_SECOND_PER_KNOT = 1852.0 / 3600.0;

    /** @throws Problem 400 naming the parameter that is missing or cannot be read, 422 when it is no place on Earth */
    static OsmAndFix of(HttpServletRequest request, Instant now) {
        String unit = first(request, "id", "deviceid");
        if (unit == null) {
            throw Problem.unreadable("missing-parameter", "The parameter 'id' is missing; set the unit's code there.");
        }
        double lon = required(request, "lon");
        double lat = required(request, "lat");
        LonLatCheck.require(lon, lat, "/lon");
        Double knots = number(request, "speed");
        return new OsmAndFix(
                unit,
                new Fix(
                        time(request, now),
                        lon,
                        lat,
                        number(request, "accuracy"),
                        knots == null ? null : knots * METERS_PER_SECOND_PER_KNOT));
    }

    private static Instant time(HttpServletRequest request, Instant now) {
        String text = first(request, "timestamp", "time");
        return text == null ? now : Times.epochOrIso(text.strip());
    }

    private static double required(HttpServletRequest request, String name) {
        Double value = number(request, name);
        if (value == null) {
            throw Problem.unreadable("missing-parameter", "The parameter '" + name + "' is missing; send degrees.");
        }
        return value;
    }

    private static Double number(HttpServletRequest request, String name) {
        String text = first(request, name, name);
        try {
            return text == null ? null : Double.valueOf(text.strip());
        } catch (NumberFormatException unreadable) {
            throw Problem.unreadable(
                    "unreadable-parameter", "The parameter '" + name + "' has the value '" + text + "', no number.");
        }
    }

    private static String first(HttpServletRequest request, String name, String otherName) {
        String value =
                request.getParameter(name) == null ? request.getParameter(otherName) : request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}

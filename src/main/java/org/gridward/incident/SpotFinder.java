package org.gridward.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.geodesy.RawPosition;
import org.gridward.place.FoundPlace;
import org.gridward.place.Place;
import org.gridward.place.PlaceSpot;
import org.gridward.place.Places;
import org.gridward.place.StreetSpan;
import org.gridward.platform.Fault;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Turns the location of a report, in whichever form it came, into one spot inside the jurisdiction. */
@Component
class SpotFinder {

    private static final double ACCURACY_MOST_METERS = 5_000;

    private final Places places;
    private final Jurisdiction jurisdiction;

    SpotFinder(Places places, Jurisdiction jurisdiction) {
        this.places = places;
        this.jurisdiction = jurisdiction;
    }

    /** @throws Problem 422 naming the value and what to send instead */
    Spot find(Where where) {
        if (where == null) {
            throw Problem.unprocessable("location-missing", "The report has no location; send " + forms() + ".")
                    .with("/location", Fault.MISSING, "missing");
        }
        long given = Stream.of(
                        where.lon() == null ? where.lat() : where.lon(),
                        where.placeCode() == null ? where.address() : where.placeCode(),
                        where.lampPost(),
                        where.qr(),
                        where.vessel())
                .filter(form -> form != null)
                .count();
        if (given != 1) {
            throw Problem.unprocessable(
                            "location-form", "The location has " + given + " forms; send exactly one: " + forms() + ".")
                    .with("/location", Fault.EITHER, "exactly one form is wanted");
        }
        Spot spot = where.lon() != null || where.lat() != null ? pair(where) : named(where);
        LonLatCheck.requireInside(spot.lon(), spot.lat(), jurisdiction.box(), "/location");
        return spot;
    }

    /** The position as it came in, where it came as coordinates: what is kept beside the spot, and what the datum guard sees. */
    Optional<RawPosition> raw(Where where, String source) {
        return where.lon() == null || where.lat() == null
                ? Optional.empty()
                : Optional.of(RawPosition.of(where.lon(), where.lat(), datum(where.datum()), source));
    }

    private Spot pair(Where where) {
        if (where.lon() == null || where.lat() == null) {
            throw Problem.unprocessable(
                            "location-form",
                            "The location has lon " + where.lon() + " and lat " + where.lat() + "; send both.")
                    .with("/location", Fault.TOGETHER, "lon and lat belong together");
        }
        LonLatCheck.require(where.lon(), where.lat(), "/location");
        LonLat spot = datum(where.datum()).toWgs84(where.lon(), where.lat());
        return new Spot(spot.lon(), spot.lat(), accuracy(where.accuracyMeters()), "COORDINATES", null, null, null);
    }

    private Spot named(Where where) {
        if (where.placeCode() != null) {
            Place place = places.find(where.placeCode())
                    .orElseThrow(() -> missing("placeCode", where.placeCode(), "list GET /api/v1/places"));
            return spot(where.address() == null ? "PLACE" : "ADDRESS", place, null);
        }
        if (where.qr() != null) {
            PlaceSpot board = places.findByToken(where.qr())
                    .orElseThrow(() -> missing("qr", where.qr(), "scan the notice board again, or send lon and lat"));
            return new Spot(board.lon(), board.lat(), 0, "QR", board.code(), null, null);
        }
        FoundPlace found = where.lampPost() != null
                ? places.locateLampPost(where.lampPost())
                : where.vessel() != null ? places.locateVessel(where.vessel()) : places.locate(where.address());
        Place place = places.find(found.spot().code())
                .orElseThrow(() -> missing("address", found.spot().code(), "send it again"));
        return spot(
                where.lampPost() != null ? "LAMP_POST" : where.vessel() != null ? "VESSEL" : "ADDRESS", place, found);
    }

    private static Spot spot(String locatedBy, Place place, FoundPlace found) {
        return new Spot(
                place.lon(),
                place.lat(),
                0,
                locatedBy,
                place.code(),
                word(place.attributes(), "owner"),
                new Spot.Found(
                        found == null ? "PLACE" : found.locatedBy(),
                        place.code(),
                        place.kind(),
                        place.nameZh(),
                        place.nameEn(),
                        found == null ? null : found.unit(),
                        found == null ? null : found.room(),
                        found == null || found.span() == null ? null : span(found.span()),
                        word(place.attributes(), "feeder"),
                        place.kind().equals("vessel") ? place.updatedAt() : null));
    }

    private static Spot.Span span(StreetSpan span) {
        return new Spot.Span(
                span.street(),
                span.from(),
                span.to(),
                span.start().code(),
                span.end().code(),
                span.segmentCode(),
                new double[] {span.start().lon(), span.start().lat()},
                new double[] {span.end().lon(), span.end().lat()});
    }

    /** A text attribute of a place; null where there is none. */
    private static String word(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof String code && !code.isBlank() ? code.strip() : null;
    }

    private static Problem missing(String form, String value, String remedy) {
        String shown = value.length() > 200 ? value.substring(0, 200) + "…" : value;
        return Problem.unprocessable(
                        "location-not-found", "No place is known for " + form + " '" + shown + "'; " + remedy + ".")
                .saying("asked", shown)
                .with("/location/" + form, Fault.UNKNOWN, "not found");
    }

    private static Datum datum(String word) {
        if (word == null) {
            return Datum.WGS84;
        }
        try {
            return Datum.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.unprocessable(
                            "unknown-datum",
                            "'" + word + "' is no datum known here; known are " + Arrays.toString(Datum.values()) + ".")
                    .with("/location/datum", Fault.UNKNOWN, "unknown datum");
        }
    }

    private static double accuracy(Double meters) {
        if (meters == null) {
            return 0;
        }
        if (!(meters >= 0 && meters <= ACCURACY_MOST_METERS)) {
            throw Problem.unprocessable(
                            "accuracy-out-of-range",
                            "An accuracy of " + meters + " m cannot be used; send 0 to 5000 metres, or leave it out.")
                    .with("/location/accuracyMeters", Fault.range(0, 5_000), "not within 0..5000");
        }
        return meters;
    }

    private static String forms() {
        return "lon and lat, address, placeCode, lampPost, qr, or vessel";
    }
}
